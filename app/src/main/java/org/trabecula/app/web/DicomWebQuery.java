package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;

/**
 * What a search asks for (PS3.18 section 8.3.4).
 *
 * @param matches what each attribute has to be like
 * @param included attributes that are wanted besides those that every answer has
 */
record DicomWebQuery(Map<Tag, String> matches, Set<Tag> included, boolean everything, int offset, int limit) {
    private static final int MOST = 5_000;
    private static final Set<String> OTHERS =
            Set.of("includefield", "offset", "limit", "fuzzymatching", "emptyvaluematching");

    /** @throws IllegalArgumentException when a parameter is not understood */
    static DicomWebQuery of(Map<String, String[]> parameters) {
        Map<Tag, String> matches = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!OTHERS.contains(name)) {
                matches.put(tag(name), String.join(",", values));
            }
        });
        List<String> fields = Arrays.stream(parameters.getOrDefault("includefield", new String[0]))
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        Set<Tag> included = new TreeSet<>();
        fields.stream().filter(field -> !field.equals("all")).forEach(field -> included.add(tag(field)));
        return new DicomWebQuery(
                matches,
                included,
                fields.contains("all"),
                number(parameters, "offset", 0),
                Math.min(MOST, number(parameters, "limit", MOST)));
    }

    /** By keyword or by its eight hexadecimal digits. Attributes within sequences are not searched. */
    private static Tag tag(String name) {
        return name.matches("[0-9A-Fa-f]{8}") ? new Tag(Integer.parseUnsignedInt(name, 16)) : Tag.named(name);
    }

    private static int number(Map<String, String[]> parameters, String name, int otherwise) {
        String[] values = parameters.get(name);
        return values == null ? otherwise : Integer.parseUnsignedInt(values[0]);
    }

    boolean matches(Dataset found) {
        return matches.entrySet().stream().allMatch(one -> matches(found.strings(one.getKey()), one.getValue()));
    }

    /** A single value, a list of UIDs, wildcards, or a range of dates (PS3.4 section C.2.2.2). */
    private static boolean matches(List<String> values, String wanted) {
        if (wanted.isEmpty() || wanted.equals("*")) {
            return true;
        }
        if (wanted.matches("[0-9]{0,8}-[0-9]{0,8}")) {
            String[] range = wanted.split("-", -1);
            return values.stream()
                    .anyMatch(value ->
                            value.compareTo(range[0]) >= 0 && (range[1].isEmpty() || value.compareTo(range[1]) <= 0));
        }
        return Stream.of(wanted.split("[,\\\\]", -1))
                .map(DicomWebQuery::pattern)
                .anyMatch(pattern ->
                        values.stream().anyMatch(value -> pattern.matcher(value).matches()));
    }

    private static Pattern pattern(String wanted) {
        StringBuilder pattern = new StringBuilder();
        for (char c : wanted.strip().toCharArray()) {
            pattern.append(
                    switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** The page of the answers that is asked for. */
    <T> List<T> page(List<T> all) {
        return all.stream().skip(offset).limit(limit).toList();
    }

    /** Of what was found, what every answer has and what is wanted besides. */
    Dataset shown(Dataset found, Set<Tag> always) {
        DatasetBuilder shown = Dataset.builder();
        found.elements().stream()
                .filter(element -> always.contains(element.tag())
                        || included.contains(element.tag())
                        || matches.containsKey(element.tag())
                        || (everything && !element.tag().equals(Tags.PIXEL_DATA)))
                .forEach(element -> shown.put(element, found));
        List<Tag> missing = new ArrayList<>(included);
        missing.removeIf(found::contains);
        missing.removeIf(tag -> tag.keyword().isEmpty());
        missing.forEach(shown::putEmpty);
        return shown.build();
    }
}
