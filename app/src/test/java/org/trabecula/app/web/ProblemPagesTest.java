package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.app.images.Receipt;
import org.trabecula.app.images.Uploads;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.site.Role;

/** Whatever goes wrong, the visitor sees a page of ours with a sentence. */
class ProblemPagesTest {
    private static final Pattern REFERENCE = Pattern.compile("Reference ([0-9a-f]{8})\\.");
    private final StudyServer server = StudyServer.shared();

    private static void ours(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .contains("class=\"brand\"", "Sign out", sentence)
                .doesNotContain("Exception", "Tomcat", "Whitelabel", "\tat ");
    }

    @Test
    void what_is_not_there_or_not_allowed_is_said_in_the_houses_page() {
        Browser coordinator = Browser.of(server, server.user(Role.COORDINATOR));
        ours(coordinator.open("/nowhere"), 404, "There is no such page");
        ours(coordinator.open("/error"), 404, "There is no such page");
        ours(coordinator.open("/accounts"), 403, "Your account may not do this");
        ours(coordinator.forge("/participants"), 403, "in a session that has ended");
        ours(coordinator.send("/dashboard", Map.of()), 405, "does not take what was sent");
    }

    @ParameterizedTest
    @CsvSource({
        "/accounts/x/close, /accounts",
        "/accounts/x/grants, /accounts",
        "/language, /",
        "/participants/3DCOP-01-001/plan, /participants/3DCOP-01-001",
        "/participants/3DCOP-01-001/visits/m6/held, /participants/3DCOP-01-001"
    })
    void whoever_opens_the_address_of_a_form_comes_to_the_page_above_it(String address, String page) {
        HttpResponse<String> answer =
                Browser.of(server, server.user(Role.COORDINATOR)).open(address);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).hasValue(page);
    }

    @Test
    void a_fault_is_a_page_with_a_reference_under_which_the_log_has_it() throws IOException {
        ReadingCase received = received();
        Path image = stored(received.instances().getFirst().sha256());
        byte[] sound = Files.readAllBytes(image);
        List<LogRecord> log = new CopyOnWriteArrayList<>();
        Handler listening = listening(log);
        // Held here: a logger that nobody holds may be collected, and its handlers with it.
        Logger logger = Logger.getLogger(FaultLog.class.getName());
        logger.addHandler(listening);
        try {
            Files.write(image, new byte[] {1});
            HttpResponse<String> answer =
                    Browser.of(server, server.user(Role.COORDINATOR)).open("/inbox/" + received.id() + "/images");
            ours(answer, 500, "The program failed");
            Matcher reference = REFERENCE.matcher(answer.body());
            assertThat(reference.find()).isTrue();
            assertThat(log).anySatisfy(one -> {
                assertThat(one.getMessage()).contains(reference.group(1), "/inbox/" + received.id() + "/images");
                assertThat(one.getThrown()).isNotNull();
            });
        } finally {
            logger.removeHandler(listening);
            Files.write(image, sound);
        }
    }

    @Test
    void an_address_that_no_browser_sends_gets_no_page_of_the_server() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.running().port())) {
            socket.getOutputStream()
                    .write("GET /a|b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("could not make sense of this request", "系统无法理解该请求")
                    .doesNotContain("Tomcat", "Exception");
        }
    }

    private ReadingCase received() throws IOException {
        Receipt receipt = server.installation()
                .images()
                .intake(server.installation().desk())
                .receive(Uploads.slices(), _ -> Actor.program(), Optional.empty());
        assertThat(receipt).isInstanceOf(Receipt.Taken.class);
        return server.installation()
                .desk()
                .view(register -> register.readingRoom()
                        .find(((Receipt.Taken) receipt).studies().getFirst().id()))
                .orElseThrow();
    }

    private Path stored(String hash) throws IOException {
        return Uploads.stored(server.installation().home()).stream()
                .filter(file -> String.valueOf(file.getFileName()).equals(hash.substring(2)))
                .findFirst()
                .orElseThrow();
    }

    private static Handler listening(List<LogRecord> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord one) {
                log.add(one);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
