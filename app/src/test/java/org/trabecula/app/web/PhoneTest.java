package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.study.site.Role;

/** On a phone's screen a wide table scrolls by itself; the page does not. */
class PhoneTest {
    private static final int WIDTH = 390;
    private final StudyServer server = StudyServer.shared();

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, /accounts",
        "ADMINISTRATOR, /nowhere",
        "COORDINATOR, /dashboard",
        "COORDINATOR, /participants",
        "COORDINATOR, /participants/new",
        "COORDINATOR, /board",
        "COORDINATOR, /ct-requests",
        "COORDINATOR, /results",
        "READER, /reading"
    })
    void no_page_is_wider_than_the_screen(Role role, String path) {
        assumeTrue(Chromium.shared().isPresent());
        Chromium.Person person =
                new Chromium.Person(server, Chromium.shared().orElseThrow()).signsIn(server.user(role));
        person.page().setViewportSize(WIDTH, 844);
        person.open(path);
        assertThat(person.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(WIDTH);
        person.page().context().close();
    }
}
