package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trabecula.study.site.Role;

/** Every route, asked by every role: generated from the routes themselves. */
class RoutesTest {
    private final StudyServer server = StudyServer.shared();

    /** A route as a visitor would ask for it. */
    private record Route(RequestMethod method, String path, HandlerMethod handler) {
        /** Nobody has signed a design on this server, so the statistician uses only what shows no outcome. */
        boolean allows(Role role) {
            Allowed allowed = handler.getMethodAnnotation(Allowed.class);
            if (role == Role.STATISTICIAN && allowed != null && !handler.hasMethodAnnotation(BeforeOutcomes.class)) {
                return false;
            }
            return handler.hasMethodAnnotation(Anyone.class)
                    || handler.hasMethodAnnotation(SignedIn.class)
                    || (allowed != null && Arrays.asList(allowed.value()).contains(role));
        }

        String sample() {
            return path.replaceAll("\\{visit}", "m6")
                    .replaceAll("\\{position}", "1")
                    .replaceAll("\\{(series|instance|image|frame)}", "0")
                    .replaceAll("\\{[^}]+}", "nothing");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Route> routes() {
        return server
                .running()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream().flatMap(path -> {
                    var methods = entry.getKey().getMethodsCondition().getMethods();
                    Stream<RequestMethod> asked = methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream();
                    return asked.map(method -> new Route(method, path, entry.getValue()));
                }))
                .sorted(java.util.Comparator.comparing(Route::toString))
                .toList();
    }

    @Test
    void every_route_says_once_who_may_use_it() {
        assertThat(routes())
                .hasSizeGreaterThan(10)
                .allSatisfy(route -> assertThat(Stream.of(Allowed.class, Anyone.class, SignedIn.class)
                                .filter(route.handler()::hasMethodAnnotation))
                        .as(route.toString())
                        .hasSize(1));
    }

    @Test
    void nobody_gets_in_without_signing_in() {
        Browser stranger = new Browser(server.address());
        stranger.open("/login");
        for (Route route : routes()) {
            if (route.path().startsWith("/dicomweb/")) {
                assertThat(ask(stranger, route).statusCode())
                        .as(route.toString())
                        .isIn(401, 403);
            } else if (!route.handler().hasMethodAnnotation(Anyone.class)) {
                assertThat(ask(stranger, route).headers().firstValue("location"))
                        .as(route.toString())
                        .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
            }
        }
    }

    @Test
    void each_role_reaches_its_own_routes_and_no_others() {
        Map<Role, Browser> browsers = new EnumMap<>(Role.class);
        Arrays.stream(Role.values()).forEach(role -> browsers.put(role, Browser.of(server, server.user(role))));
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            for (Role role : Role.values()) {
                if (route.path().equals("/login")) {
                    continue; // Trying to sign in with nothing typed would only fill the journal.
                }
                int status =
                        ask(Objects.requireNonNull(browsers.get(role)), route).statusCode();
                if ((status == 403) == route.allows(role)) {
                    wrong.add(role + " " + route + " -> " + status);
                }
                if (status >= 500 && !route.path().equals("/error")) {
                    wrong.add(role + " " + route + " fails with " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_change_without_the_token_is_refused() {
        Browser coordinator = Browser.of(server, server.user(Role.COORDINATOR));
        for (Route route : routes()) {
            if (route.method() == RequestMethod.POST) {
                assertThat(coordinator.forge(route.sample()).statusCode())
                        .as(route.toString())
                        .isEqualTo(403);
            }
        }
        assertThat(coordinator.forge("/logout").statusCode()).isEqualTo(403);
    }

    @Test
    void an_unknown_page_is_a_sentence_and_tells_nothing() {
        Browser coordinator = Browser.of(server, server.user(Role.COORDINATOR));
        HttpResponse<String> answer = coordinator.open("/participants/nobody");
        assertThat(answer.body()).contains("There is no such page").doesNotContain("Exception");
    }

    private static HttpResponse<String> ask(Browser browser, Route route) {
        return route.method() == RequestMethod.GET
                ? browser.open(route.sample())
                : browser.send(route.sample(), Map.of());
    }
}
