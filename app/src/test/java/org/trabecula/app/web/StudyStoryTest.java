package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.app.web.Chromium.Person;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tag;
import org.trabecula.study.site.Role;

/** One participant from screening to the primary table, as a study team walks it in the browser. */
class StudyStoryTest {
    private static final Path CT = Path.of("..", "dicom", "src", "test", "resources", "dicom");
    /** The identity that the real CT carries; see the README beside the files. */
    private static final List<String> IDENTITY =
            List.of("Sample^Lumbar", "Sample", "HOSP-004711", "1955-04-12", "19550412");

    private final StudyServer server = StudyServer.shared();
    private final List<Person> people = new ArrayList<>();
    private String participant = "";

    @Test
    void one_participant_from_screening_to_the_primary_table() throws Exception {
        assumeTrue(Chromium.shared().isPresent(), "No Chromium is installed");
        server.clock().moveTo(LocalDate.of(2026, 1, 12));

        Person administrator = firstVisitor();
        Person coordinator = invited(administrator, "li.na", "Li Na", Role.COORDINATOR);
        screens(coordinator);
        consents(coordinator);
        fillsInTheBaseline(coordinator);
        recordsTheSurgery(coordinator);

        server.clock().moveTo(LocalDate.of(2026, 8, 3));
        holdsTheSixMonthVisit(coordinator);
        uploads(coordinator, radiograph());
        looksForNames(coordinator);

        Person first = invited(administrator, "reader.one", "Reader One", Role.READER);
        Person second = invited(administrator, "reader.two", "Reader Two", Role.READER);
        reads(first, "0", "II", "titanium", "story-07-reading");
        reads(second, "1.4", "III", "unknown", "story-08-second-reader");
        seesTheCtRequest(coordinator);

        Person third = invited(administrator, "adjudicator", "Third Person", Role.ADJUDICATOR);
        adjudicates(third);
        uploads(coordinator, lumbarCt());
        seesTheCtWithoutIdentity(coordinator);
        List<Person> dealt = dealtTo(Map.of("reader.one", first, "reader.two", second));
        reads(dealt.get(0), "0", "I", "titanium", "story-12-ct");
        reads(dealt.get(1), "0", "II", "titanium", "story-13-ct");

        corrects(coordinator);
        isToldToSignFirst(invited(administrator, "statistician", "Stat Istician", Role.STATISTICIAN));
        seesTheResults(invited(administrator, "manager", "Data Manager", Role.DATA_MANAGER));
        speaksChinese(coordinator);
        assertThat(people).allSatisfy(person -> assertThat(person.faults()).isEmpty());
    }

    private Person person() {
        Person person = new Person(server, Chromium.shared().orElseThrow());
        people.add(person);
        return person;
    }

    /** The one-time link makes the administrator; there is no default password. */
    private Person firstVisitor() {
        String token = server.installation().credentials().newLink(Optional.empty(), Duration.ofHours(1));
        Person person = person().open("/link/" + token);
        person.type("user", "ada")
                .type("fullName", "Ada Minister")
                .type("secret", "too short")
                .type("again", "too short");
        person.press("Save");
        assertThat(person.text()).contains("at least 12 characters");
        person.type("secret", StudyServer.PASSWORD)
                .type("again", StudyServer.PASSWORD)
                .picture("story-01-set-up");
        person.press("Save");
        assertThat(person.open("/link/" + token).text()).contains("does not work any more");
        return person.signsIn("ada");
    }

    private Person invited(Person administrator, String user, String fullName, Role role) {
        administrator
                .open("/accounts")
                .type("user", user)
                .type("fullName", fullName)
                .tick("role", role.name());
        administrator.press("Open the account");
        String link = administrator.page().locator("#one-time-link").inputValue();
        return person().comesWith(link, user);
    }

    private void screens(Person coordinator) {
        coordinator.open("/participants/new").type("on", "2026-01-05").press("Record");
        coordinator.page().waitForURL("**/participants/3DCOP-*");
        participant = coordinator.page().url().replaceAll(".*/participants/", "");
        assertThat(coordinator.text()).contains("not known yet");

        coordinator.submit("/invite");
        assertThat(coordinator.text()).contains("only after the surgical plan is recorded");
        coordinator.picture("story-02-invited-too-early");

        coordinator.open(at("forms/screening/m0"));
        coordinator.type("scr_age", "71").type("scr_t_lumbar", "-2.9").tick("scr_plif", "1");
        Stream.of("scr_prior_surgery", "scr_infection", "scr_tumour", "scr_pregnant")
                .filter(name ->
                        coordinator.page().locator("[name='" + name + "']").count() > 0)
                .forEach(name -> coordinator.tick(name, "0"));
        coordinator.press("Save");
        assertThat(coordinator.text()).doesNotContain("not known yet");
    }

    private void consents(Person coordinator) {
        coordinator.open(at(""));
        coordinator.tick("segments", "L4/L5").choose("cage", "PRINTED_POROUS_TITANIUM");
        coordinator.page().locator("#plan-on").fill("2026-01-06");
        coordinator.submit("/plan");
        coordinator.page().locator("#invite-on").fill("2026-01-07");
        coordinator.submit("/invite");

        coordinator.open(at("forms/baseline/m0")).type("age", "71").press("Save");
        assertThat(coordinator.text()).contains("only after consent");
        coordinator.picture("story-03-consent-first");

        coordinator.open(at(""));
        coordinator.page().locator("#consent-on").fill("2026-01-08");
        coordinator.type("obtainedBy", "Dr Wang").submit("/consent");
        assertThat(coordinator.text()).contains("Dr Wang");
    }

    private void fillsInTheBaseline(Person coordinator) {
        coordinator.open(at("forms/baseline/m0"));
        coordinator
                .type("age", "seventy-one")
                .type("weight", "58")
                .type("height", "1.56")
                .press("Save");
        assertThat(coordinator.text()).contains("is not a whole number");
        assertThat(coordinator.page().locator("[name='weight']").inputValue()).isEqualTo("58");

        coordinator
                .open(at("forms/baseline/m0"))
                .type("age", "71")
                .type("weight", "58")
                .type("height", "156");
        coordinator.tick("sex", "1");
        coordinator.page().locator("[data-calculated='bmi']:not(:empty)").waitFor();
        coordinator.picture("story-04-baseline").press("Save");

        coordinator.open(at("forms/odi/m0"));
        for (int item = 1; item <= 9; item++) {
            answer(coordinator, "odi_" + item, "3");
        }
        Locator percent = coordinator.page().locator("[data-calculated='odi_percent']");
        coordinator.page().waitForCondition(() -> percent.innerText().startsWith("60"));
        coordinator.picture("story-05-odi").press("Save");
    }

    private static void answer(Person person, String item, String code) {
        if (person.page().locator("select[name='" + item + "']").count() > 0) {
            person.choose(item, code);
        } else {
            person.tick(item, code);
        }
    }

    private void recordsTheSurgery(Person coordinator) {
        coordinator.open(at("surgery")).type("on", "2026-01-10").type("surgeon", "S-01");
        for (String site : List.of("L4-left", "L4-right", "L5-left", "L5-right")) {
            coordinator.tick("screw." + site, "yes");
            coordinator.type("screw." + site + ".diameter", "6.5").type("screw." + site + ".length", "45");
        }
        coordinator.choose("cage.0.segment", "L4/L5").choose("cage.0.material", "PRINTED_POROUS_TITANIUM");
        coordinator.press("Save");
        assertThat(coordinator.text()).contains("maker and lot");
        coordinator
                .type("cage.0.maker", "AKMedical")
                .type("cage.0.lot", "LOT-7")
                .type("cage.0.udi", "(01)06900000000001");
        coordinator.press("Save");
        assertThat(coordinator.text()).contains("L4/L5").containsIgnoringCase("titanium");
        coordinator.picture("story-06-operated");
    }

    private void holdsTheSixMonthVisit(Person coordinator) {
        assertThat(coordinator.open(at("")).text()).containsIgnoringCase("overdue");
        coordinator.page().locator("#held-m6-on").fill("2026-07-15");
        coordinator.submit("/visits/m6/held");
        assertThat(coordinator.text()).contains("2026-07-15");
        coordinator
                .open(at("forms/vas/m6"))
                .tick("vas_scale", "10")
                .type("vas_back", "2")
                .type("vas_leg", "1")
                .press("Save");
        assertThat(coordinator.open("/board").text()).contains(participant);
        coordinator.picture("story-06b-board");
    }

    private void uploads(Person coordinator, List<Path> files) {
        coordinator.open(at("visits/m6/images"));
        coordinator.page().locator("#files").setInputFiles(new Path[] {CT.resolve("README.md")});
        coordinator.press("Send");
        coordinator.page().locator(".refusal").waitFor();
        assertThat(coordinator.text()).contains("README.md");
        coordinator.open(at("visits/m6/images"));
        coordinator.page().locator("#files").setInputFiles(files.toArray(Path[]::new));
        coordinator.page().locator("input[name=coverage]").check();
        coordinator.press("Send");
        coordinator.page().waitForURL(url -> !url.endsWith("/visits/m6/images"));
    }

    /** A radiograph waits until somebody has looked through its pixels: one part of it is drawn over and blanked. */
    private void looksForNames(Person coordinator) {
        assertThat(coordinator.open("/quarantine").text()).contains(participant);
        coordinator.picture("story-06c-quarantine");
        coordinator.page().locator("td.actions a").first().click();
        Page page = coordinator.page();
        page.waitForFunction("() => document.querySelector('svg image').getBBox().width > 0");
        var picture = page.locator("svg.pixels").boundingBox();
        page.mouse().move(picture.x + 30, picture.y + 30);
        page.mouse().down();
        page.mouse().move(picture.x + 180, picture.y + 70);
        page.mouse().up();
        assertThat(page.locator("#more").inputValue()).matches("\\d+,\\d+,\\d+,\\d+");
        coordinator.picture("story-06d-blanked");
        page.locator("h1").click();
        page.keyboard().press("b");
        page.locator(".notice").waitFor();
        assertThat(coordinator.text()).contains("blanked");
        assertThat(coordinator.open("/quarantine").text()).contains("Nothing waits");
    }

    private void reads(Person reader, String lucency, String grade, String guess, String picture) {
        reader.open("/reading");
        reader.page().locator("a.btn-primary").click();
        reader.page().locator("trabecula-viewer[data-ready=true]").waitFor();
        placesTheScrews(reader);
        reader.picture(picture + "-1-places").press("Show the screws");
        reader.page().waitForURL(url -> !url.endsWith("/places"));
        reader.page().locator("trabecula-viewer[data-ready=true]").waitFor();
        assertThat(reader.page().content())
                .doesNotContain(participant)
                .doesNotContain("LOT-7")
                .doesNotContainPattern("(?<![A-Za-z0-9_-])m6(?![A-Za-z0-9_-])");
        IDENTITY.forEach(word -> assertThat(reader.page().content()).doesNotContain(word));
        for (String site : List.of("L4-left", "L4-right", "L5-left", "L5-right")) {
            reader.type("screw." + site + ".mm", site.equals("L5-left") ? lucency : "0");
        }
        signs(reader, guess, picture + "-2-screws", "Sign the screws");
        reader.page().locator("[name='segment.L4/L5.grade']").first().waitFor();
        assertThat(reader.page().locator("[name='screw.L4-left.mm']").count()).isZero();
        reader.page().locator("trabecula-viewer[data-ready=true]").waitFor();
        reader.tick("segment.L4/L5.grade", grade);
        String sheet = reader.page().url();
        signs(reader, guess, picture, "Sign the read");
        reader.page().waitForURL(url -> !url.equals(sheet));
        assertThat(reader.page().locator(".refusal").count()).isZero();
    }

    private static void signs(Person reader, String guess, String picture, String button) {
        reader.tick("armGuess", guess);
        if (!guess.equals("unknown")) {
            reader.tick("certainty", "4");
        }
        reader.type("secret", StudyServer.PASSWORD).picture(picture);
        reader.press(button);
    }

    /** Four lines from side to side; after each the next screw is asked for. */
    private static void placesTheScrews(Person reader) {
        Page page = reader.page();
        page.locator("[data-place='screw.L4-left'] [data-aim=axis]").click();
        var picture = page.locator("trabecula-viewer canvas").first().boundingBox();
        for (int screw = 0; screw < 4; screw++) {
            double row = picture.y + picture.height * (0.35 + 0.08 * screw);
            page.mouse().move(picture.x + picture.width * 0.45, row);
            page.mouse().down();
            page.mouse().move(picture.x + picture.width * 0.6, row, new Mouse.MoveOptions().setSteps(5));
            page.mouse().up();
            page.locator("[data-measured]", new Page.LocatorOptions().setHasText("1 drawn"))
                    .nth(screw)
                    .waitFor();
        }
    }

    /** The lots may have chosen a reader of another test; the password is the same. */
    private List<Person> dealtTo(Map<String, Person> known) {
        return server
                .installation()
                .desk()
                .view(register -> register.readingRoom()
                        .all()
                        .filter(one -> one.opened() && one.reads().isEmpty())
                        .flatMap(one -> one.dealt().stream())
                        .toList())
                .stream()
                .map(dealt -> known.containsKey(dealt.reader())
                        ? java.util.Objects.requireNonNull(known.get(dealt.reader()))
                        : person().signsIn(dealt.reader()))
                .toList();
    }

    private void seesTheCtRequest(Person coordinator) {
        assertThat(coordinator.open("/ct-requests").text())
                .contains(participant)
                .contains("L4/L5");
        coordinator.picture("story-09-ct-request");
    }

    private void adjudicates(Person third) {
        third.open("/adjudication");
        third.page().locator("main a[href^='/adjudication/cases/']").first().click();
        third.page().locator("trabecula-viewer[data-ready=true]").waitFor();
        assertThat(third.text()).contains("L5 left");
        for (String site : List.of("L4-left", "L4-right", "L5-left", "L5-right")) {
            third.type("screw." + site + ".mm", "0");
        }
        third.type("comment", "A line runs through");
        signs(third, "unknown", "story-10-adjudication-1-screws", "Sign the screws");
        third.page().locator("[name='segment.L4/L5.grade']").first().waitFor();
        third.tick("segment.L4/L5.grade", "II").type("comment", "A line runs through");
        signs(third, "unknown", "story-10-adjudication", "Sign the decision");
        third.page().waitForURL(url -> url.contains("/adjudication"));
    }

    private void seesTheCtWithoutIdentity(Person coordinator) throws Exception {
        coordinator.open(at(""));
        Page page = coordinator.page();
        page.locator("a[href*='/images/']", new Page.LocatorOptions().setHasText("CT"))
                .first()
                .click();
        page.locator("trabecula-viewer[data-ready=true]").waitFor();
        String middle = page.locator("trabecula-viewer").getAttribute("data-index");
        page.locator("trabecula-viewer .viewport").click();
        page.keyboard().press("ArrowDown");
        page.waitForCondition(
                () -> !middle.equals(page.locator("trabecula-viewer").getAttribute("data-index")));
        coordinator.picture("story-11-ct-shown");
        assertThat(page.locator("trabecula-viewer").getAttribute("data-count")).isEqualTo("112");
        IDENTITY.forEach(word -> assertThat(page.content()).doesNotContain(word));
        try (Stream<Path> kept = Files.walk(server.installation().home())) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(List.of("Sample^Lumbar", "HOSP-004711", "19550412"))
                        .as(file.toString())
                        .noneMatch(bytes::contains);
            }
        }
    }

    private void corrects(Person coordinator) {
        coordinator.open(at("forms/vas/m6")).type("vas_back", "3").press("Save");
        assertThat(coordinator.text()).contains("needs a reason");
        coordinator.type("reason", "Misread the paper form").press("Save");
        coordinator.open(at("audit"));
        assertThat(coordinator.text()).contains("Misread the paper form").contains("li.na");
        coordinator.picture("story-14-audit");
    }

    private void isToldToSignFirst(Person statistician) {
        statistician.open("/design");
        assertThat(statistician.text()).contains("an arm has too few participants");
    }

    private void seesTheResults(Person manager) {
        manager.open("/results");
        String head = server.installation()
                .desk()
                .view(register -> server.installation().desk().headAt(register.position()))
                .hash()
                .toString();
        assertThat(manager.text()).contains(head.substring(0, 8)).contains("1/1");
        manager.picture("story-15-results");
        manager.page()
                .locator("a[href*='endpoint=fusion'][href*='arm=titanium']")
                .first()
                .click();
        assertThat(manager.text()).contains(participant);
        manager.picture("story-16-behind-the-number");
        manager.page().locator("a[href*='/entries/']").first().click();
        assertThat(manager.text()).contains("Read signed", "reader");
        manager.open("/dashboard").picture("story-17-dashboard");
    }

    private void speaksChinese(Person coordinator) {
        coordinator.open(at(""));
        coordinator.page().locator("form[action='/language'] button").click();
        assertThat(coordinator.page().locator("html").getAttribute("lang")).isEqualTo("zh");
        assertThat(coordinator.page().content()).contains("受试者");
        coordinator.picture("story-18-chinese");
    }

    private String at(String rest) {
        return "/participants/" + participant + (rest.isEmpty() ? "" : "/" + rest);
    }

    /** A radiograph with the identity of the real CT: one of its slices, declared to be a projection of its own. */
    private static List<Path> radiograph() throws Exception {
        Dataset slice = DicomFile.read(found("lumbar", 1).getFirst()).dataset();
        Dataset radiograph = slice.toBuilder()
                .put(Tag.named("Modality"), "DX")
                .put(Tag.named("SOPClassUID"), SopClass.DIGITAL_X_RAY_FOR_PRESENTATION)
                .put(Tag.named("StudyInstanceUID"), "2.25.101")
                .put(Tag.named("SeriesInstanceUID"), "2.25.102")
                .put(Tag.named("SOPInstanceUID"), "2.25.103")
                .build();
        Path file = Files.createTempDirectory("radiograph").resolve("lateral.dcm");
        Files.write(file, DicomFile.of(radiograph).toBytes());
        return List.of(file);
    }

    private static List<Path> lumbarCt() {
        return List.of(Path.of("src", "test", "resources", "images", "lumbar-ct-3mm.zip"));
    }

    /** The test images of a kind, in the folders of the dicom module's tests. */
    private static List<Path> found(String folder, int most) throws Exception {
        try (Stream<Path> all = Files.walk(CT)) {
            return all.filter(file -> file.toString().contains("/" + folder))
                    .filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .limit(most)
                    .toList();
        }
    }
}
