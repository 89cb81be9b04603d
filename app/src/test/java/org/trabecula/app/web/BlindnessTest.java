package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trabecula.app.web.BlindWorld.Person;
import org.trabecula.app.web.BlindWorld.Scan;
import org.trabecula.exchange.folder.Reading;
import org.trabecula.exchange.folder.StudyFolder;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.ImageRequirements;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.ReadingCharter;
import org.trabecula.study.protocol.ReadingRoutine;
import org.trabecula.study.protocol.ReadingSheets;
import org.trabecula.study.protocol.SiteDefinition;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Role;

/**
 * Whoever is masked hears the same, byte for byte and header for header, in worlds that differ in what must be hidden. The
 * pixels are held fixed; so is the key that stands between identity and images.
 */
class BlindnessTest {
    private static final CageMaterial METAL = CageMaterial.PRINTED_POROUS_TITANIUM;
    private static final CageMaterial PLASTIC = CageMaterial.PEEK;
    private static final LocalDate SPRING = LocalDate.of(2025, 3, 10);
    private static final LocalDate WINTER = LocalDate.of(2024, 12, 2);
    private static final Timepoint[] VISITS = {new Timepoint(3), new Timepoint(6), new Timepoint(12)};
    private static final int CASES = 6;

    /** Four screws in two rows on the first slice. */
    private static final String AXES = Stream.of("L4-left,60,30", "L4-right,30,30", "L5-left,60,60", "L5-right,30,60")
            .map(one -> one.split(",", -1))
            .map(one -> "{\"target\":\"screw." + one[0] + ".axis\",\"shape\":\"LENGTH\",\"at\":[0,0,0],\"points\":[["
                    + one[1]
                    + "," + one[2] + "],[" + (Integer.parseInt(one[1]) + 15) + "," + one[2]
                    + "]],\"value\":45,\"unit\":\"MM\"}")
            .collect(Collectors.joining(",", "[", "]"));

    /** What the masked heard in one world, by who asked. */
    private static final Map<String, String> CLICK =
            Map.of("level", "L1", "series", "0", "image", "0", "frame", "0", "column", "60", "row", "58");

    private static final Map<String, Map<String, Map<String, String>>> HEARD = new LinkedHashMap<>();

    @TempDir
    static Path homes;

    @BeforeAll
    static void tellEveryWorld() throws Exception {
        List<Person> people = people("01", METAL, PLASTIC, SPRING, "Acme");
        List<Scan> scans = scans(people, IntStream.range(0, CASES).boxed().toList(), "Wang^Fang", "slice", 0);
        listen("plain", people, scans);
        listen("arms swapped", people("01", PLASTIC, METAL, SPRING, "Other"), scans);
        listen("operated again", operatedAgain(people), scans);
        List<Person> elsewhere = people("02", METAL, PLASTIC, WINTER, "Acme");
        listen(
                "elsewhere",
                elsewhere,
                scans(elsewhere, List.of(4, 1, 5, 0, 3, 2), "Sample^Somebody^Longer", "LI_NA_M12_PEEK", 60));
        listen("empty", List.of(), List.of());
        beside("beside", people, scans);
        beside("beside, arms swapped", people("01", PLASTIC, METAL, SPRING, "Other"), scans);
    }

    @AfterAll
    static void forget() {
        HEARD.clear();
    }

    @Test
    void the_arm_reaches_no_masked_role_in_any_byte() {
        same("plain", "arms swapped");
    }

    @Test
    void a_revision_and_a_death_reach_no_masked_role_in_any_byte() {
        same("plain", "operated again");
    }

    @Test
    void images_of_the_visit_before_tell_no_arm_either() {
        same("beside", "beside, arms swapped");
        assertThat(answers(heard("beside", "reader.a"), "opened GET /reading/earlier/"))
                .as("frames of an earlier visit")
                .hasSizeGreaterThan(2)
                .allMatch(answer -> answer.startsWith("200"));
    }

    @Test
    void site_visit_date_order_identity_file_name_and_size_reach_no_masked_role_in_any_byte() {
        same("plain", "elsewhere");
    }

    @Test
    void what_is_not_theirs_is_refused_alike_whether_it_exists_or_not() {
        Map<String, String> there = heard("plain", "reader.a");
        Map<String, String> nowhere = heard("empty", "reader.a");
        List<String> foreign = there.keySet().stream()
                .filter(question -> question.startsWith("foreign "))
                .toList();
        assertThat(foreign).hasSizeGreaterThan(50);
        foreign.forEach(question -> assertThat(there.get(question)).as(question).isEqualTo(nowhere.get(question)));
    }

    @Test
    void the_crawl_saw_cases_pixels_refusals_reads_and_disputes() {
        Map<String, String> reader = heard("plain", "reader.a");
        assertThat(reader).hasSizeGreaterThan(100);
        assertThat(reader.keySet().stream().filter(asked -> asked.matches("after GET /reading/cases/\\w+/images/0/.*")))
                .hasSizeGreaterThan(3);
        assertThat(answers(reader, "unplaced GET /reading/cases/").stream().filter(answer -> answer.startsWith("200")))
                .as("coarse images")
                .hasSizeGreaterThan(5);
        assertThat(answers(reader, "screws GET /reading/cases/"))
                .hasSizeGreaterThan(5)
                .allMatch(answer -> answer.startsWith("200"));
        assertThat(answers(reader, "empty POST /reading/cases/")).allMatch(answer -> answer.startsWith("422"));
        assertThat(answers(reader, "click POST /reading/cases/"))
                .isNotEmpty()
                .allMatch(answer -> answer.startsWith("422"));
        assertThat(answers(reader, "waits GET /reading/cases/"))
                .isNotEmpty()
                .allMatch(answer -> answer.startsWith("422"));
        assertThat(answers(reader, "beside GET /reading/cases/"))
                .isNotEmpty()
                .allMatch(answer -> answer.startsWith("200"));
        assertThat(answers(reader, "whole POST /reading/cases/"))
                .isNotEmpty()
                .allMatch(answer -> answer.startsWith("303"));
        assertThat(Stream.of("reader.a later", "reader.b later", "reader.c later")
                        .flatMap(user -> answers(heard("plain", user), "whole POST /reading/cases/").stream()))
                .as("cases that came back")
                .isNotEmpty()
                .allMatch(answer -> answer.startsWith("303"));
        assertThat(answers(heard("plain", "judge"), "whole POST /adjudication/cases/"))
                .isNotEmpty()
                .allMatch(answer -> answer.startsWith("303"));
    }

    private static List<String> answers(Map<String, String> heard, String prefix) {
        return heard.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void same(String one, String other) {
        for (String user : Objects.requireNonNull(HEARD.get(one)).keySet()) {
            Map<String, String> here = heard(one, user);
            Map<String, String> there = heard(other, user);
            assertThat(there.keySet()).as(user + " asks the same").isEqualTo(here.keySet());
            here.forEach((question, answer) ->
                    assertThat(there.get(question)).as(user + ": " + question).isEqualTo(answer));
        }
    }

    private static Map<String, String> heard(String world, String user) {
        return Objects.requireNonNull(Objects.requireNonNull(HEARD.get(world)).get(user));
    }

    private static List<Person> people(
            String site, CageMaterial first, CageMaterial second, LocalDate surgery, String implant) {
        return List.of(
                new Person("3DCOP-" + site + "-001", site, surgery, first, implant, false),
                new Person("3DCOP-" + site + "-002", site, surgery.plusDays(40), second, implant + " II", false));
    }

    private static List<Person> operatedAgain(List<Person> people) {
        return people.stream()
                .map(one -> new Person(one.id(), one.site(), one.surgery(), one.cage(), one.implant(), true))
                .toList();
    }

    /** @param order which pixels belong to which examination, in the order of arrival */
    private static List<Scan> scans(List<Person> people, List<Integer> order, String name, String file, int ballast) {
        List<Scan> scans = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Person person = people.get(i % people.size());
            Timepoint visit = VISITS[i / people.size()];
            LocalDate on = person.surgery().plusMonths(visit.months()).plusDays(i);
            scans.add(new Scan(order.get(i), person.id(), visit, on, name + i, file, ballast));
        }
        return scans;
    }

    private static void listen(String name, List<Person> people, List<Scan> scans) throws Exception {
        Map<String, Map<String, String>> users = new LinkedHashMap<>();
        try (BlindWorld world = new BlindWorld(homes.resolve(name), protocol(), people, scans)) {
            users.put("reader.a", visit(world, "reader.a", "/reading"));
            if (!scans.isEmpty()) {
                users.put("reader.b", visit(world, "reader.b", "/reading"));
                users.put("reader.c", visit(world, "reader.c", "/reading"));
                users.put("judge", visit(world, "judge", "/adjudication"));
                world.weeksLater();
                for (String reader : List.of("reader.a", "reader.b", "reader.c")) {
                    users.put(reader + " later", again(world, reader));
                }
            }
        }
        HEARD.put(name, users);
    }

    private static Map<String, String> visit(BlindWorld world, String user, String list) throws Exception {
        try (Crawl crawl = world.signedIn(user)) {
            boolean thorough = !user.matches("reader.[bc]");
            crawl.withFiles(thorough).round("before").from(List.of("/", list));
            if (thorough) {
                crawl.round("foreign");
                foreign(world.pages(), user.equals("judge") ? Role.ADJUDICATOR : Role.READER, crawl);
            }
            for (String sheet : crawl.round("list").links(list, list + "/cases/")) {
                if (!user.equals("judge")) {
                    judgeTheScrews(crawl, sheet, user);
                }
                crawl.round("empty").post(sheet, Map.of());
                String page = crawl.round("opened").get(sheet);
                if (list.equals("/reading")) {
                    crawl.round("click").post(sheet + "/bone", CLICK);
                    crawl.round("waits").get(sheet + "/assistant");
                }
                crawl.round("draft").post(sheet + "/draft", Map.of("screw.L4-left.mm", "0.5"));
                crawl.round("left").get(sheet);
                crawl.round("whole").post(sheet, filled(page, user));
                if (list.equals("/reading")) {
                    crawl.round("beside").get(sheet + "/assistant");
                }
            }
            crawl.withFiles(false).round("after").from(List.of("/", list));
            return Map.copyOf(crawl.heard());
        }
    }

    /** What has come back to a reader, who does not know it. */
    private static Map<String, String> again(BlindWorld world, String user) throws Exception {
        try (Crawl crawl = world.signedIn(user)) {
            crawl.round("back").from(List.of("/reading"));
            for (String sheet : crawl.round("list").links("/reading", "/reading/cases/")) {
                judgeTheScrews(crawl, sheet, user);
                String page = crawl.round("opened").get(sheet);
                crawl.round("whole").post(sheet, filled(page, user));
            }
            crawl.round("end").from(List.of("/reading"));
            return Map.copyOf(crawl.heard());
        }
    }

    /** The first of the two sheets, with all that comes before it. */
    private static void judgeTheScrews(Crawl crawl, String sheet, String user) throws Exception {
        crawl.round("unplaced").post(sheet, Map.of());
        crawl.get(sheet + "/images");
        crawl.get(sheet + "/places");
        crawl.get(sheet + "/places/images");
        crawl.get(sheet + "/places/images/0/0/0");
        crawl.post(sheet + "/places", Map.of("measurements", "["));
        crawl.round("placed").post(sheet + "/places", Map.of("measurements", AXES));
        String page = crawl.round("screws").get(sheet);
        crawl.get(sheet + "/screws");
        crawl.get(sheet + "/screws/0/0/0");
        crawl.round("early").get(sheet + "/images");
        crawl.get(sheet + "/images/0/0/0");
        crawl.round("no screws").post(sheet, Map.of());
        crawl.round("all screws").post(sheet, filled(page, user));
    }

    /** A reader whose charter lets him see the visit before. */
    private static void beside(String name, List<Person> people, List<Scan> scans) throws Exception {
        Protocol plain = protocol();
        Protocol comparing = plain.with(plain.charter().with(new ReadingSheets(true, true, true)));
        try (BlindWorld world = new BlindWorld(homes.resolve(name), comparing, people, scans);
                Crawl crawl = world.signedIn("reader.a")) {
            for (String sheet : crawl.round("list").links("/reading", "/reading/cases/")) {
                judgeTheScrews(crawl, sheet, "reader.a");
                crawl.round("opened").get(sheet);
                Matcher frame =
                        Pattern.compile("\"url\":\"(/reading/earlier/[^\"]+)\"").matcher(crawl.get(sheet + "/images"));
                while (frame.find()) {
                    crawl.get(frame.group(1));
                }
            }
            HEARD.put(name, Map.of("reader.a", Map.copyOf(crawl.heard())));
        }
    }

    /** A sheet filled in as this person sees everything; the readers differ. */
    private static Map<String, String> filled(String page, String user) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = Pattern.compile("name=\"((?:screw|segment)[.][^\"]+[.](mm|grade))\"")
                .matcher(page);
        while (field.find()) {
            fields.put(field.group(1), field.group(2).equals("grade") ? "II" : user.equals("reader.a") ? "0" : "1.6");
        }
        fields.put("charter", between(page, "name=\"charter\" value=\""));
        fields.put("key", between(page, "name=\"key\" value=\""));
        fields.put("armGuess", "unknown");
        fields.put("comment", "as seen");
        fields.put("secret", BlindWorld.SECRET);
        return fields;
    }

    private static String between(String page, String before) {
        int from = page.indexOf(before) + before.length();
        return page.substring(from, page.indexOf('"', from));
    }

    /** Every route that is not this role's. */
    private static void foreign(WebProgram.Running pages, Role role, Crawl crawl)
            throws IOException, InterruptedException {
        var routes = pages.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        List<String> asked = routes.getHandlerMethods().entrySet().stream()
                .filter(route -> {
                    Allowed allowed = route.getValue().getMethodAnnotation(Allowed.class);
                    return allowed != null && Stream.of(allowed.value()).noneMatch(role::equals);
                })
                .flatMap(route -> route.getKey().getPatternValues().stream()
                        .map(path -> (route.getKey()
                                                .getMethodsCondition()
                                                .getMethods()
                                                .contains(RequestMethod.POST)
                                        ? "POST "
                                        : "GET ")
                                + sample(path)))
                .sorted()
                .toList();
        for (String one : asked) {
            String path = one.substring(one.indexOf(' ') + 1);
            if (one.startsWith("POST ")) {
                crawl.post(path, Map.of());
            } else {
                crawl.get(path);
            }
        }
    }

    /** What may exist in one world and not in another. */
    private static String sample(String path) {
        return path.replaceAll("\\{visit}", "m6")
                .replaceAll("\\{form}", "odi")
                .replaceAll("\\{user}", "coordinator")
                .replaceAll("\\{position}", "12")
                .replaceAll("\\{(series|image|frame)}", "0")
                .replaceAll("\\{[^}]+}", "3DCOP-01-001");
    }

    private static Protocol protocol() throws IOException {
        if (!(StudyFolder.load(Path.of("..", "studies", "3dcop")) instanceof Reading.Readable(var p, var _))) {
            throw new IllegalStateException("The reference study cannot be read");
        }
        SiteDefinition second = new SiteDefinition("02", Text.same("Second Hospital"), ZoneId.of("Europe/Madrid"));
        return new Protocol(
                p.id(),
                p.version(),
                p.title(),
                p.registration(),
                p.planned(),
                p.arms(),
                Stream.concat(p.sites().stream(), Stream.of(second)).toList(),
                p.visits(),
                p.consentVersions(),
                p.eligibility(),
                p.forms(),
                p.checks(),
                often(p.charter()),
                p.endpoints());
    }

    /** Half of all reads come back, so that some do; a few slices are enough. */
    private static ReadingCharter often(ReadingCharter c) {
        return new ReadingCharter(
                c.version(),
                c.readers(),
                c.lucencyMm(),
                c.unclearMotionFromDegrees(),
                c.unclearMotionToDegrees(),
                c.unclearTranslationFromMm(),
                c.unclearTranslationToMm(),
                c.unclearArtefactShare(),
                ImageRequirements.none(),
                new ReadingRoutine(28, new BigDecimal("0.5"), 4, 7, true),
                c.sheets());
    }
}
