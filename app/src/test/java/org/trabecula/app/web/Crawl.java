package org.trabecula.app.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who goes wherever a link leads, fills in whatever asks, and writes down every byte that is answered. What is drawn
 * anew for each session and each page is written down by its name alone.
 */
final class Crawl implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)|\"url\":\"(/[^\"]+)\"");

    /** One virtual participant leads to the next without end, and nothing of the study stands there. */
    private static final String VIRTUAL = "/what-if?";

    private static final String FILES = "/(webjars|style|script|viewer)/.*";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String origin;
    private final Map<String, String> heard = new LinkedHashMap<>();
    private String token = "";
    private String turn = "";
    private boolean files;

    Crawl(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    Crawl signIn(String user, String secret) throws IOException, InterruptedException {
        get("/login");
        post("/login", Map.of("user", user, "secret", secret));
        return this;
    }

    /** Everything that was answered, in order: what was asked with the answer. */
    Map<String, String> heard() {
        return heard;
    }

    /** Begins another round, in which the same questions are asked again. */
    Crawl round(String name) {
        turn = name + " ";
        return this;
    }

    /** From now on styles, scripts and the viewer are asked for too, which takes longest and is the same for everybody. */
    Crawl withFiles(boolean all) {
        files = all;
        return this;
    }

    /** Asks for these addresses and for every one that an answer names. */
    void from(Collection<String> addresses) throws IOException, InterruptedException {
        Deque<String> open = new ArrayDeque<>(addresses);
        Set<String> seen = new HashSet<>(addresses);
        while (!open.isEmpty()) {
            String page = get(open.removeFirst());
            Matcher link = LINK.matcher(page);
            while (link.find()) {
                String to = (link.group(1) == null ? link.group(2) : link.group(1)).replace("&amp;", "&");
                if ((files || !to.matches(FILES)) && !to.startsWith(VIRTUAL) && seen.add(to)) {
                    open.add(to);
                }
            }
        }
    }

    /** The addresses on a page that begin so, in the order of the page. */
    List<String> links(String page, String prefix) throws IOException, InterruptedException {
        Matcher link = LINK.matcher(get(page));
        return link.results()
                .map(found -> String.valueOf(found.group(1)))
                .filter(to -> to.startsWith(prefix))
                .distinct()
                .toList();
    }

    String get(String path) throws IOException, InterruptedException {
        return ask("GET " + path, HttpRequest.newBuilder(URI.create(origin + path)));
    }

    String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(token) + "&", ""));
        return ask(
                "POST " + path,
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String ask(String question, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        heard.put(turn + question, answer.statusCode() + "\n" + headers(answer) + "\n" + page(answer.body()));
        return answer.body();
    }

    private static String headers(HttpResponse<String> answer) {
        Map<String, List<String>> sorted = new TreeMap<>(answer.headers().map());
        sorted.putIfAbsent("connection", List.of());
        sorted.replaceAll((name, values) -> switch (name) {
            case "date" -> List.of("now");
            // Said by the server after so many answers on one line, whatever they were.
            case "connection" -> List.of("perhaps");
            case "set-cookie" ->
                values.stream()
                        .map(one -> one.replaceFirst("^trabecula=[0-9A-F]{32}", "trabecula=drawn"))
                        .toList();
            default -> values;
        });
        return sorted.toString();
    }

    private static String page(String body) {
        return body.replaceAll("name=\"_csrf\" value=\"[\\w-]{20,200}\"", "name=\"_csrf\" value=\"drawn\"")
                .replaceAll("name=\"key\" value=\"[0-9a-f-]{36}\"", "name=\"key\" value=\"drawn\"");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
