package org.trabecula.app.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which rows of a long list are shown.
 *
 * @param page from 1
 * @param address of the list, without its query
 * @param query the filters in force
 */
record Paging(int page, int total, String address, Map<String, String> query) {
    static final int SIZE = 50;

    Paging {
        query = new TreeMap<>(query);
        page = Math.clamp(page, 1, pages(total));
    }

    /** Reads the page number; anything else than a number is the first page. */
    static Paging of(String page, int total, String address, Map<String, String> query) {
        return new Paging(page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1, total, address, query);
    }

    private static int pages(int total) {
        return Math.max(1, Math.ceilDiv(total, SIZE));
    }

    int pages() {
        return pages(total);
    }

    int first() {
        return total == 0 ? 0 : (page - 1) * SIZE + 1;
    }

    int last() {
        return Math.min(total, page * SIZE);
    }

    <T> List<T> rows(List<T> all) {
        return all.subList(Math.max(0, first() - 1), last());
    }

    /** The address of another page of the same list. */
    String to(int other) {
        Map<String, String> parts = new TreeMap<>(query);
        parts.put("page", String.valueOf(other));
        return address
                + parts.entrySet().stream()
                        .filter(part -> !part.getValue().isEmpty())
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
