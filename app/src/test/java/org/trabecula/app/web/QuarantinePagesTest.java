package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Installation;
import org.trabecula.app.OperatedParticipant;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.Incoming;
import org.trabecula.app.images.Uploads;
import org.trabecula.app.store.Stores;
import org.trabecula.dicom.Tags;
import org.trabecula.study.imaging.Images;
import org.trabecula.study.imaging.PixelBox;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.journal.Hash;

/** Radiographs from the coordinator's upload past the person who looks for names to the readers, over HTTP. */
final class QuarantinePagesTest {
    private static final String SECRET = "a short sentence is easy";
    private static final String UPLOAD = "/participants/3DCOP-01-001/visits/m6/images";
    private static final String CHUNKS = "/participants/3DCOP-01-001/visits/m6/uploads";

    @TempDir
    Path home;

    private OperatedParticipant study;
    private Stores stores;
    private WebProgram.Running running;

    @BeforeEach
    void start() throws IOException {
        study = OperatedParticipant.standing();
        stores = Stores.open(home, Optional.empty(), study.clock());
        Installation installation = new Installation(
                home, stores, ImageArchive.open(home), study.protocol(), study.desk(), study.clock(), false);
        for (String user : List.of("coordinator", "reader", "monitor")) {
            String link = stores.credentials().newLink(Optional.of(user), Duration.ofHours(1));
            stores.credentials().choose(link, user, SECRET);
        }
        running = WebProgram.start(installation, "127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        running.close();
        stores.close();
    }

    private Colleague browser(String user) throws IOException, InterruptedException {
        return new Colleague(running.port()).signIn(user, SECRET);
    }

    private static byte[] radiograph(String name) {
        Incoming film = Uploads.changed(name, Tags.MODALITY, "DX");
        try (InputStream in = film.source().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReadingCase reading() {
        return study.desk()
                .view(register -> register.readingRoom().all().toList())
                .getFirst();
    }

    private Colleague uploaded() throws IOException, InterruptedException {
        Colleague coordinator = browser("coordinator");
        coordinator.open(UPLOAD);
        Map<String, byte[]> films = new LinkedHashMap<>();
        films.put("lateral.dcm", radiograph("slice-056.dcm"));
        films.put("frontal.dcm", radiograph("slice-030.dcm"));
        assertThat(coordinator.upload(UPLOAD, films).statusCode()).isEqualTo(303);
        return coordinator;
    }

    private String at() {
        return "/quarantine/" + reading().id();
    }

    private static String picture(String at, ReceivedInstance image) {
        return at + "/pictures/" + image.sha256() + "/0";
    }

    @Test
    void a_radiograph_is_released_only_by_who_was_shown_it_and_reaches_the_readers_only_then() throws Exception {
        try (Colleague coordinator = uploaded();
                Colleague reader = browser("reader");
                Colleague monitor = browser("monitor")) {
            ReceivedInstance first = reading().images().waiting().getFirst();
            ReceivedInstance second = reading().images().waiting().getLast();
            String page = at() + "/images/" + first.uid();
            assertThat(coordinator.open("/quarantine").body()).contains("3DCOP-01-001", page);
            assertThat(reader.open("/reading").body()).doesNotContain("/reading/cases/");
            for (Colleague other : List.of(reader, monitor)) {
                assertThat(other.open("/quarantine").statusCode()).isEqualTo(403);
                assertThat(other.open(page).statusCode()).isEqualTo(403);
                assertThat(other.open(picture(at(), first)).statusCode()).isEqualTo(403);
            }
            assertThat(monitor.open("/participants/3DCOP-01-001/images/"
                                    + reading().id() + "/list/0/0/0")
                            .statusCode())
                    .isEqualTo(404);

            HttpResponse<String> unseen = release(coordinator, page);
            assertThat(unseen.statusCode()).isEqualTo(422);
            assertThat(unseen.body()).contains("images-unseen");

            assertThat(coordinator.fetch(picture(at(), first)).statusCode()).isEqualTo(200);
            assertThat(Colleague.location(release(coordinator, page))).isEqualTo(at() + "/images/" + second.uid());
            coordinator.fetch(picture(at(), second));
            HttpResponse<String> last = coordinator.fill(
                    at() + "/images/" + second.uid(),
                    Map.of("action", "blank", "key", "k2", "box", "3,4,20,10", "coverage", "yes"));
            assertThat(Colleague.location(last)).isEqualTo(at());
            assertThat(reading().images().decided().get(second.uid()))
                    .isInstanceOfSatisfying(
                            Images.Decided.Blanked.class,
                            blanked -> assertThat(blanked.boxes()).containsExactly(new PixelBox(3, 4, 20, 10)));
            assertThat(coordinator.fetch(picture(at(), second)).statusCode()).isEqualTo(404);
            assertThat(reader.open("/reading").body()).contains("/reading/cases/");
        }
    }

    private static HttpResponse<String> release(Colleague coordinator, String page) throws Exception {
        coordinator.open(page);
        return coordinator.fill(page, Map.of("action", "release", "key", "k" + page));
    }

    @Test
    void a_box_that_is_none_is_named_and_nothing_is_changed() throws Exception {
        try (Colleague coordinator = uploaded()) {
            ReceivedInstance first = reading().images().waiting().getFirst();
            coordinator.fetch(picture(at(), first));
            String page = at() + "/images/" + first.uid();
            for (String box : List.of("", "10,20", "9000,1,5,5", "1,1,0,5", "<script>")) {
                HttpResponse<String> refused =
                        coordinator.fill(page, Map.of("action", "blank", "key", "b" + box.hashCode(), "box", box));
                assertThat(refused.statusCode()).as(box).isEqualTo(422);
                assertThat(refused.body()).doesNotContain("<script>alert");
            }
            assertThat(reading().images().waiting()).hasSize(2);
        }
    }

    @Test
    void many_are_released_at_once_when_each_was_shown() throws Exception {
        try (Colleague coordinator = uploaded()) {
            List<ReceivedInstance> waiting = reading().images().waiting();
            String sheet = coordinator.open(at()).body();
            assertThat(sheet)
                    .contains(waiting.getFirst().uid(), waiting.getLast().uid());
            coordinator.fetch(picture(at(), waiting.getFirst()) + "?most=1600");
            coordinator.fetch(picture(at(), waiting.getLast()) + "?most=96");

            assertThat(coordinator
                            .fill(
                                    at() + "/release",
                                    Map.of(
                                            "key",
                                            "m1",
                                            "image",
                                            waiting.getLast().uid()))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(coordinator
                            .fill(
                                    at() + "/release",
                                    Map.of(
                                            "key",
                                            "m2",
                                            "image",
                                            waiting.getFirst().uid()))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(reading().images().waiting()).containsExactly(waiting.getLast());
        }
    }

    @Test
    void an_upload_in_chunks_goes_on_where_it_was_cut() throws Exception {
        byte[] film = radiograph("slice-056.dcm");
        try (Colleague coordinator = browser("coordinator");
                Colleague monitor = browser("monitor")) {
            coordinator.open(UPLOAD);
            HttpResponse<String> begun = coordinator.fill(CHUNKS, Map.of("sizes", Integer.toString(film.length)));
            String upload = found("\"upload\":\"([0-9a-f]{32})\"", begun.body());
            byte[] half = Arrays.copyOf(film, 9_000);

            assertThat(coordinator
                            .send(chunk(upload, 0, half), Arrays.copyOf(half, 4_000))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(coordinator.send(chunk(upload, 0, half), half).statusCode())
                    .isEqualTo(200);
            assertThat(coordinator.send(chunk(upload, 0, half), half).statusCode())
                    .isEqualTo(409);
            assertThat(coordinator.open(CHUNKS + "/" + upload).body()).contains("[9000]");
            assertThat(monitor.open(CHUNKS + "/" + upload).statusCode()).isEqualTo(403);
            assertThat(coordinator
                            .fill(CHUNKS + "/" + upload + "/done", Map.of("names", "a.dcm"))
                            .statusCode())
                    .isEqualTo(404);
            byte[] rest = Arrays.copyOfRange(film, 9_000, film.length);
            coordinator.open(UPLOAD);
            assertThat(coordinator.send(chunk(upload, 9_000, rest), rest).statusCode())
                    .isEqualTo(200);
            assertThat(coordinator
                            .fill(CHUNKS + "/" + upload + "/done", Map.of("names", "a.dcm", "coverage", "yes"))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(reading().images().waiting()).hasSize(1);
            assertThat(reading().images().covered()).isTrue();
            assertThat(home.resolve("images/uploads").toFile().list()).isEmpty();
        }
    }

    private static String chunk(String upload, int offset, byte[] whole) {
        return CHUNKS + "/" + upload + "/0?offset=" + offset + "&sha256=" + Hash.sha256(whole);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
