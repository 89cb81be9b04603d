package org.trabecula.app.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's session with the server over real HTTP, with cookies and the token against forged requests. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String address;
    private String token = "";

    Browser(String address) {
        this.address = address;
    }

    /** A session of somebody who has signed in. */
    static Browser of(StudyServer server, String user) {
        Browser browser = new Browser(server.address());
        browser.open("/login");
        HttpResponse<String> answer = browser.send("/login", Map.of("user", user, "secret", StudyServer.PASSWORD));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(user + " cannot sign in: " + answer.statusCode());
        }
        browser.open(answer.headers().firstValue("location").orElse("/"));
        return browser;
    }

    HttpResponse<String> open(String path) {
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(URI.create(address + path)));
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        } else if (answer.statusCode() == 303 && token.isEmpty()) {
            open(answer.headers().firstValue("location").orElse("/login"));
        }
        return answer;
    }

    HttpResponse<String> send(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        String whole = body + (body.isEmpty() ? "" : "&") + "_csrf=" + encode(token);
        return exchange(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(whole)));
    }

    /** The same without the token, as a forged request would come. */
    HttpResponse<String> forge(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("user=x")));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
