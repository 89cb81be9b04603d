package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.trabecula.simulation.mechanism.Point;
import org.trabecula.study.site.Role;

/** A statistician asks what would be if, before anybody is enrolled. */
class WhatIfPagesTest {
    private final StudyServer server = StudyServer.shared();
    private final Browser statistician = Browser.of(server, server.user(Role.STATISTICIAN));

    @Test
    void one_virtual_life_is_drawn_three_times_over_and_called_simulated() {
        String page = statistician.open("/what-if?person=7").body();
        assertThat(page)
                .contains("simulated")
                .contains("Virtual participant 7")
                .contains("id=\"life-fusion\"")
                .contains("id=\"life-load\"")
                .contains("id=\"life-damage\"");
        assertThat(page.split("class=\"curve\"", -1)).hasSize(1 + 3 * 2);
    }

    @Test
    void a_cage_that_does_nothing_gives_the_same_life_twice() {
        String page = statistician.open("/what-if?cage-speed=1&person=3").body();
        String[] curves = page.split("class=\"curve\" d=\"", -1);
        assertThat(curves[1].split("\"", -1)[0]).isEqualTo(curves[2].split("\"", -1)[0]);
    }

    @Test
    void what_lies_outside_is_refused_with_the_range() {
        HttpResponse<String> answer = statistician.open("/what-if?load-ratio=1.5&participants=abc");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("This lies between 0.4 and 1.2, but it is 1.5.")
                .contains("This lies between 20 and 400, but it is abc.");
    }

    @Test
    void the_plan_is_tried_while_one_waits_and_the_next_run_takes_its_place() {
        statistician.open("/what-if");
        statistician.send("/what-if", Map.of("cage-speed", "1.1", "participants", "40"));
        HttpResponse<String> begun =
                statistician.send("/what-if", Map.of("cage-speed", "2", "participants", "20", "dropout", "0"));
        String where = begun.headers().firstValue("location").orElseThrow();
        assertThat(where).isEqualTo("/what-if?cage-speed=2&dropout=0&participants=20");
        String found = Assertions.assertTimeout(Duration.ofMinutes(2), () -> {
            String body = statistician
                    .open(where.replace("what-if?", "what-if/power?"))
                    .body();
            while (body.contains("<progress")) {
                body = statistician
                        .open(where.replace("what-if?", "what-if/power?"))
                        .body();
            }
            return body;
        });
        assertThat(found).contains("Loose screws, marginal regression").contains("±");
        assertThat(statistician.open("/what-if?cage-speed=1.1&participants=40").body())
                .contains("another run took its place");
    }

    @Test
    void the_model_stands_beside_every_published_point() {
        String page = statistician.open("/what-if/published").body();
        assertThat(page.split("<tr><th scope=\"row\">", -1)).hasSize(1 + Point.values().length);
        assertThat(page).contains("31.1 %").contains(">nearly<").contains(">no<");
    }
}
