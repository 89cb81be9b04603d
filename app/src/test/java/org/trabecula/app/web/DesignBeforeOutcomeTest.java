package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trabecula.exchange.folder.Reading;
import org.trabecula.exchange.folder.StudyFolder;
import org.trabecula.study.protocol.Protocol;

/**
 * Until the design of the comparison is signed, the statistician hears the same, byte for byte, in two worlds that differ in
 * nothing but outcomes; when it is signed, the outcomes are there.
 */
class DesignBeforeOutcomeTest {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(plan|position|design|terms)\" value=\"([^\"]*)\"");
    private static final Map<String, Map<String, Map<String, String>>> HEARD = new LinkedHashMap<>();

    @TempDir
    static Path homes;

    /** Titanium does well. */
    private record Good() implements OutcomeWorld.Fate {
        @Override
        public boolean loose(int number) {
            return (number * 5) % 8 >= 4 && number % 2 == 0;
        }

        @Override
        public boolean fused(int number) {
            return (number * 5) % 8 < 4;
        }

        @Override
        public int odi(int number) {
            return 1;
        }
    }

    /** The other way round. */
    private record Bad() implements OutcomeWorld.Fate {
        @Override
        public boolean loose(int number) {
            return (number * 5) % 8 < 4;
        }

        @Override
        public boolean fused(int number) {
            return number % 3 == 0;
        }

        @Override
        public int odi(int number) {
            return 4 + number % 5;
        }
    }

    @BeforeAll
    static void listen() throws Exception {
        HEARD.put("good", world("good", new Good()));
        HEARD.put("bad", world("bad", new Bad()));
    }

    @AfterAll
    static void forget() {
        HEARD.clear();
    }

    private static Map<String, Map<String, String>> world(String name, OutcomeWorld.Fate fate) throws Exception {
        Map<String, Map<String, String>> users = new LinkedHashMap<>();
        try (OutcomeWorld world = new OutcomeWorld(homes.resolve(name), protocol(), fate)) {
            users.put("bo", everywhere(world, "bo"));
            users.put("before", everywhere(world, "fischer"));
            users.put("after", signing(world));
        }
        return users;
    }

    private static Map<String, String> everywhere(OutcomeWorld world, String user) throws Exception {
        try (Crawl crawl = world.signedIn(user)) {
            crawl.round("walk").from(List.of("/", "/dashboard", "/design"));
            crawl.round("every route");
            for (String question : questions(world)) {
                String path = question.substring(question.indexOf(' ') + 1);
                if (question.startsWith("POST ")) {
                    crawl.post(path, Map.of());
                } else {
                    crawl.get(path);
                }
            }
            return Map.copyOf(crawl.heard());
        }
    }

    private static List<String> questions(OutcomeWorld world) {
        return world
                .pages()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(route -> route.getValue().hasMethodAnnotation(Allowed.class))
                .flatMap(route -> route.getKey().getPatternValues().stream()
                        .map(path -> (route.getKey()
                                                .getMethodsCondition()
                                                .getMethods()
                                                .contains(RequestMethod.POST)
                                        ? "POST "
                                        : "GET ")
                                + path.replaceAll("\\{visit}", "m6")
                                        .replaceAll("\\{form}", "odi")
                                        .replaceAll("\\{position}", "12")
                                        .replaceAll("\\{(series|image|frame)}", "0")
                                        .replaceAll("\\{[^}]+}", "3DCOP-01-001")))
                // What virtual participants are tried on takes a while, and is under way or done.
                .filter(question -> !question.contains(" /what-if"))
                .sorted()
                .toList();
    }

    private static Map<String, String> signing(OutcomeWorld world) throws Exception {
        try (Crawl crawl = world.signedIn("fischer")) {
            crawl.round("wrong password").post("/design/sign", form(crawl.get("/design"), "not this one"));
            crawl.round("still").get("/results");
            crawl.round("sign").post("/design/sign", form(crawl.get("/design"), OutcomeWorld.SECRET));
            crawl.round("open").get("/design");
            crawl.get("/results");
            crawl.get("/agreement");
            crawl.get("/dashboard");
            crawl.round("void")
                    .post(
                            "/design/terms",
                            Map.of("plan", plan(crawl.get("/design")), "term", "age", "reason", "Simpler."));
            crawl.round("closed").get("/results");
            crawl.round("again").get("/design");
            return Map.copyOf(crawl.heard());
        }
    }

    private static String plan(String page) {
        Matcher field = HIDDEN.matcher(page);
        return field.results()
                .filter(one -> one.group(1).equals("plan"))
                .map(one -> one.group(2))
                .findFirst()
                .orElseThrow();
    }

    /** What the page would send. */
    private static Map<String, String> form(String page, String secret) {
        Map<String, String> fields = new LinkedHashMap<>();
        String sheet =
                page.substring(page.indexOf("id=\"sign\""), page.indexOf("</form>", page.indexOf("id=\"sign\"")));
        Matcher field = HIDDEN.matcher(sheet);
        while (field.find()) {
            fields.put(String.valueOf(field.group(1)), String.valueOf(field.group(2)));
        }
        fields.put("secret", secret);
        return fields;
    }

    private static Protocol protocol() throws IOException {
        if (!(StudyFolder.load(Path.of("..", "studies", "3dcop")) instanceof Reading.Readable(var p, var _))) {
            throw new IllegalStateException("The reference study cannot be read");
        }
        return p;
    }

    private static Map<String, String> heard(String world, String when) {
        return Objects.requireNonNull(Objects.requireNonNull(HEARD.get(world)).get(when));
    }

    private static String answer(String world, String question) {
        return Objects.requireNonNull(heard(world, "after").get(question), question);
    }

    @Test
    void no_outcome_reaches_the_statistician_in_any_byte() {
        for (String when : List.of("before", "bo")) {
            Map<String, String> here = heard("good", when);
            Map<String, String> there = heard("bad", when);
            assertThat(here).hasSizeGreaterThan(60);
            assertThat(there.keySet()).isEqualTo(here.keySet());
            here.forEach((question, answer) ->
                    assertThat(there.get(question)).as(question).isEqualTo(answer));
        }
    }

    @Test
    void what_is_hidden_is_refused_with_its_sentence_and_what_came_before_is_there() {
        Map<String, String> before = heard("good", "before");
        assertThat(before.get("every route GET /results"))
                .startsWith("403")
                .contains("until the design of the comparison is signed");
        assertThat(before.get("every route GET /agreement.csv")).startsWith("403");
        assertThat(before.get("every route GET /entries/12")).startsWith("403");
        assertThat(heard("good", "bo").get("every route GET /participants/3DCOP-01-001"))
                .as("another role besides makes no difference")
                .startsWith("403");
        assertThat(before.get("every route GET /design")).startsWith("200").contains("id=\"love-plot\"");
        assertThat(before.get("every route GET /design/participants"))
                .startsWith("200")
                .contains("3DCOP-01-032");
    }

    @Test
    void a_wrong_password_signs_nothing() {
        assertThat(answer("good", "wrong password POST /design/sign")).startsWith("422");
        assertThat(answer("good", "still GET /results")).startsWith("403");
    }

    @Test
    void outcomes_open_with_the_signature_and_close_with_a_change_of_terms() {
        assertThat(answer("good", "sign POST /design/sign")).startsWith("303");
        assertThat(answer("good", "open GET /results"))
                .startsWith("200")
                .isNotEqualTo(answer("bad", "open GET /results"));
        assertThat(answer("good", "open GET /agreement")).startsWith("200");
        assertThat(answer("good", "open GET /dashboard")).isNotEqualTo(answer("bad", "open GET /dashboard"));
        assertThat(answer("good", "open GET /design"))
                .as("the design itself depends on no outcome, signed or not")
                .isEqualTo(answer("bad", "open GET /design"));
        assertThat(answer("good", "void POST /design/terms")).startsWith("303");
        assertThat(answer("good", "closed GET /results")).startsWith("403");
        assertThat(answer("good", "again GET /design"))
                .as("who signs again does not say that no outcome was seen")
                .contains("outcomes had been open")
                .doesNotContain("without having seen an outcome.</p>");
    }
}
