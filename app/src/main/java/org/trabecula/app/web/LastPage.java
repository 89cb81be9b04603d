package org.trabecula.app.web;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What the server says where no page of ours was reached: an address that no browser should send, or a fault in the page that
 * tells of faults. Nobody knows the visitor there, so it speaks both languages.
 */
public final class LastPage extends ErrorReportValve {

    /** Puts it in the place of the server's own. */
    @Component
    static final class Placed implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
        @Override
        public void customize(ConfigurableTomcatWebServerFactory factory) {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(LastPage.class.getName());
                }
            });
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String reference = status.is5xxServerError()
                ? FaultLog.note(request.getMethod() + " " + request.getRequestURI(), thrown)
                : "";
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(page(Problems.key(status), reference));
                response.finishResponse();
            }
        } catch (IOException gone) {
            FaultLog.LOG.log(System.Logger.Level.DEBUG, "The visitor has gone", gone);
        }
    }

    private static String page(String key, String reference) {
        String told = Stream.of(Words.in(Words.ENGLISH), Words.in(Words.CHINESE))
                .map(words -> told(words, key, reference))
                .collect(Collectors.joining());
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Trabecula</title>"
                + "<link rel=\"stylesheet\" href=\"/style/trabecula.css\"></head>"
                + "<body><header class=\"top\"><a class=\"brand\" href=\"/\">Trabecula</a></header><main>" + told
                + "</main></body></html>";
    }

    private static String told(Words words, String key, String reference) {
        return "<section class=\"narrow card-plain\" lang=\"" + words.language() + "\"><h1>"
                + words.say("problem.title") + "</h1><p>" + words.say(key) + "</p>"
                + (reference.isEmpty() ? "" : "<p class=\"hint\">" + words.say("problem.reference", reference) + "</p>")
                + "<p><a href=\"/\">" + words.say("problem.back") + "</a></p></section>";
    }
}
