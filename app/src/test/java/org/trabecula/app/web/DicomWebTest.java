package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Installation;
import org.trabecula.app.images.Uploads;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tags;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;

/** A viewer and an archive at the DICOMweb address of a real server. */
@Timeout(120)
class DicomWebTest {
    private static final String BOUNDARY = "a-boundary-that-no-file-has";
    private static final int CUTS = 40;

    @TempDir
    Path home;

    private Installation installation;
    private WebProgram.Running running;
    private String coordinator;

    @BeforeEach
    void start() {
        installation = Installation.open(
                home, Optional.empty(), Optional.empty(), new MovableClock(LocalDate.of(2026, 1, 12)));
        running = WebProgram.start(installation, "127.0.0.1", 0);
        coordinator = account("anna", Role.COORDINATOR, site());
    }

    @AfterEach
    void stop() {
        running.close();
        installation.close();
    }

    private String site() {
        return installation.protocol().sites().getFirst().id();
    }

    /** Opens an account and answers the key of its programs. */
    private String account(String user, Role role, String site) {
        installation
                .desk()
                .submit(Request.of(
                        Actor.program(), new Intent.OpenAccount(user, user, List.of(new Grant(role, site)))));
        return installation.credentials().newKey(user, Duration.ofDays(1));
    }

    private HttpResponse<byte[]> ask(String key, String path, UnaryOperator<HttpRequest.Builder> more)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + "/dicomweb" + path));
            if (!key.isEmpty()) {
                request.header("Authorization", "Bearer " + key);
            }
            return client.send(more.apply(request).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private HttpResponse<byte[]> get(String path, String accept) throws IOException, InterruptedException {
        return ask(coordinator, path, request -> request.header("Accept", accept));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] multipart(List<byte[]> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(part);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private HttpResponse<byte[]> store(String key, String path, List<byte[]> parts)
            throws IOException, InterruptedException {
        return ask(
                key,
                path,
                request -> request.header(
                                "Content-Type", "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(parts))));
    }

    private static List<byte[]> slices() {
        return Uploads.SLICES.stream().map(Uploads::bytes).toList();
    }

    private static String uid(String json, String tag) {
        Matcher found = Pattern.compile("\"" + tag + "\":\\{\"vr\":\"UI\",\"Value\":\\[\"([0-9.]+)\"")
                .matcher(json);
        assertThat(found.find()).as(tag + " in " + json).isTrue();
        return found.group(1);
    }

    private String storedSeries() throws IOException, InterruptedException {
        assertThat(store(coordinator, "/studies", slices()).statusCode()).isEqualTo(200);
        String studies = text(get("/studies", DicomWebSearch.JSON));
        String study = uid(studies, "0020000D");
        String series = text(get("/studies/" + study + "/series", DicomWebSearch.JSON));
        return "/studies/" + study + "/series/" + uid(series, "0020000E");
    }

    @Test
    void behind_a_proxy_that_speaks_tls_addresses_begin_as_the_visitors_do() throws Exception {
        storedSeries();
        HttpResponse<byte[]> studies = ask(
                coordinator,
                "/studies",
                request -> request.header("X-Forwarded-Proto", "https").header("X-Forwarded-For", "192.0.2.7"));
        assertThat(text(studies)).contains("\"00081190\":{\"vr\":\"UR\",\"Value\":[\"https://127.0.0.1");
    }

    @Test
    void what_is_stored_is_found_and_fetched_without_its_identity() throws Exception {
        String series = storedSeries();
        assertThat(text(get("/studies", DicomWebSearch.JSON)))
                .contains("\"00201206\":{\"vr\":\"IS\",\"Value\":[1]}")
                .contains("\"00201208\":{\"vr\":\"IS\",\"Value\":[3]}")
                .contains("\"00080061\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}");
        HttpResponse<byte[]> metadata = get(series + "/metadata", DicomWebSearch.JSON);
        assertThat(text(metadata)).contains("BulkDataURI").doesNotContain("InlineBinary");
        String instance = series + "/instances/" + uid(text(metadata), "00080018");

        HttpResponse<byte[]> file = get(instance, "application/dicom");
        DicomFile dicom = DicomFile.read(file.body());
        assertThat(dicom.dataset().string(Tags.PATIENT_ID))
                .hasValueSatisfying(id -> assertThat(id).startsWith("P-"));
        assertThat(ask(
                                coordinator,
                                instance,
                                request -> request.header("Accept", "application/dicom")
                                        .header(
                                                "If-None-Match",
                                                file.headers()
                                                        .firstValue("ETag")
                                                        .orElseThrow()))
                        .statusCode())
                .isEqualTo(304);

        byte[] pixels = get(instance + "/frames/1", "application/octet-stream").body();
        assertThat(pixels).hasSize(122 * 101 * 2);
        assertThat(get(instance + "/bulkdata/7fe00010", "application/octet-stream")
                        .body())
                .isEqualTo(pixels);
        assertThat(get(instance + "/frames/2", "application/octet-stream").statusCode())
                .isEqualTo(404);
        assertThat(get(instance, "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.90")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void a_series_comes_in_as_many_parts_as_it_has_images() throws Exception {
        HttpResponse<byte[]> answer = get(storedSeries(), "multipart/related; type=\"application/dicom\"");
        String type = answer.headers().firstValue("Content-Type").orElseThrow();
        MultipartParts parts = new MultipartParts(
                new ByteArrayInputStream(answer.body()),
                MultipartParts.boundary(type).orElseThrow());
        int count = 0;
        for (Optional<String> part = parts.next(); part.isPresent(); part = parts.next()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            parts.copy(bytes);
            assertThat(DicomFile.read(bytes.toByteArray()).dataset().string(Tags.MODALITY))
                    .contains("CT");
            count++;
        }
        assertThat(count).isEqualTo(3);
    }

    /** In the words of Weasis's own source (package org.weasis.dicom.explorer.rs): it goes from each answer to the addresses named there. */
    @Test
    void what_weasis_asks_for_a_person_is_answered_down_to_the_files() throws Exception {
        storedSeries();
        String person = text(get("/studies?includefield=00100020", "*/*"))
                .replaceAll("(?s).*\"00100020\":\\{\"vr\":\"LO\",\"Value\":\\[\"([^\"]+)\".*", "$1");
        String studies = text(get(
                "/studies?00100020=" + person
                        + "&includefield=00080020,00080030,00080050,00080061,00080090,00081030,00100010,00100020,"
                        + "00100021,00100030,00100040,0020000D,00200010",
                "*/*"));
        String study = uid(studies, "0020000D");
        String series = text(
                get("/studies/" + study + "/series?includefield=0008103E,00080060,0020000E,00200011,00081190", "*/*"));
        String instances = text(get(address(series) + "/instances?includefield=00080018,00200013,00081190", "*/*"));

        assertThat(instances.split("\"00081190\"", -1)).hasSize(4);
        HttpResponse<byte[]> file =
                get(address(instances), "multipart/related;type=\"application/dicom\";transfer-syntax=*");
        assertThat(file.statusCode()).isEqualTo(200);
        MultipartParts parts = new MultipartParts(
                new ByteArrayInputStream(file.body()),
                MultipartParts.boundary(
                                file.headers().firstValue("Content-Type").orElseThrow())
                        .orElseThrow());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(parts.next()).isPresent();
        parts.copy(bytes);
        assertThat(DicomFile.read(bytes.toByteArray()).dataset().string(Tags.STUDY_INSTANCE_UID))
                .contains(study);
        for (String picture : List.of("/thumbnail", "/rendered?viewport=256,256")) {
            assertThat(get(address(instances) + picture, "image/jpeg").headers().firstValue("Content-Type"))
                    .contains("image/jpeg");
        }
    }

    /** Where the first answer of a search can be fetched, below the address of DICOMweb. */
    private static String address(String answer) {
        return answer.replaceAll(
                "(?s).*?\"00081190\":\\{\"vr\":\"UR\",\"Value\":\\[\"[^\"]*/dicomweb([^\"]+)\".*", "$1");
    }

    @Test
    void pictures_have_the_size_that_is_asked_for() throws Exception {
        String series = storedSeries();
        String instance = series + "/instances/" + uid(text(get(series + "/metadata", "*/*")), "00080018");
        assertThat(ImageIO.read(new ByteArrayInputStream(
                                get(instance + "/rendered?window=40,400,linear&viewport=50,50", "image/png")
                                        .body()))
                        .getWidth())
                .isLessThanOrEqualTo(50);
        assertThat(get(series + "/thumbnail", "image/jpeg").headers().firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(get(instance + "/rendered?window=40", "image/png").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_search_matches_pages_and_includes() throws Exception {
        storedSeries();
        assertThat(text(get("/instances?limit=2", "*/*")).split("\"00080018\"")).hasSize(3);
        assertThat(text(get("/instances?offset=2", "*/*")).split("\"00080018\""))
                .hasSize(2);
        assertThat(text(get("/studies?ModalitiesInStudy=MR", "*/*"))).isEqualTo("[]");
        assertThat(text(get("/studies?PatientID=P-*&includefield=SliceThickness", "*/*")))
                .contains("\"00180050\"");
        assertThat(get("/studies?NoSuchThing=1", "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void each_image_is_answered_for_itself() throws Exception {
        byte[] letter = "Dear colleague".getBytes(StandardCharsets.US_ASCII);
        HttpResponse<byte[]> some = store(coordinator, "/studies", List.of(slices().get(0), letter, slices().get(1)));
        assertThat(some.statusCode()).isEqualTo(202);
        assertThat(text(some)).contains("\"00081199\"").contains("\"0008119A\"");

        HttpResponse<byte[]> elsewhere = store(coordinator, "/studies/1.2.3", List.of(slices().get(2)));
        assertThat(elsewhere.statusCode()).isEqualTo(409);
        assertThat(text(elsewhere)).contains("\"00081197\":{\"vr\":\"US\",\"Value\":[43265]}");
        assertThat(text(elsewhere)).contains("another study");
        assertThat(received()).hasSize(2);
    }

    private List<String> received() {
        return installation
                .desk()
                .view(register -> register.readingRoom()
                        .all()
                        .map(ReadingCase::instances)
                        .flatMap(List::stream)
                        .map(one -> one.sha256())
                        .toList());
    }

    @Test
    void readers_other_sites_and_strangers_learn_nothing() throws Exception {
        String series = storedSeries();
        String reader = account("rita", Role.READER, Actor.EVERY_SITE);
        String monitor = account("mona", Role.MONITOR, site());
        for (String path : List.of("/studies", "/instances", series, series + "/metadata", series + "/thumbnail")) {
            assertThat(ask(reader, path, request -> request).statusCode())
                    .as(path)
                    .isEqualTo(403);
            HttpResponse<byte[]> stranger = ask("", path, request -> request);
            assertThat(stranger.statusCode()).as(path).isEqualTo(401);
            assertThat(stranger.body()).isEmpty();
            assertThat(ask("wrong", path, request -> request).statusCode()).isEqualTo(401);
        }
        // Nobody has filed them yet, and a monitor does not look into the inbox.
        assertThat(text(ask(monitor, "/studies", request -> request))).isEqualTo("[]");
        assertThat(ask(monitor, series, request -> request).statusCode()).isEqualTo(404);
        assertThat(store(monitor, "/studies", slices()).statusCode()).isEqualTo(403);
    }

    @Test
    void a_key_is_the_password_of_programs_until_it_is_taken_away() throws Exception {
        UnaryOperator<HttpRequest.Builder> basic = request -> request.header(
                "Authorization",
                "Basic "
                        + Base64.getEncoder().encodeToString(("anna:" + coordinator).getBytes(StandardCharsets.UTF_8)));
        assertThat(ask("", "/studies", basic).statusCode()).isEqualTo(200);
        installation.credentials().revokeKey("anna");
        assertThat(ask("", "/studies", basic).statusCode()).isEqualTo(401);
    }

    @Test
    void a_person_makes_the_key_on_a_page() throws Exception {
        String link = installation.credentials().newLink(Optional.of("anna"), Duration.ofHours(1));
        installation.credentials().choose(link, "anna", StudyServer.PASSWORD);
        try (Colleague anna = new Colleague(running.port())) {
            anna.signIn("anna", StudyServer.PASSWORD);
            assertThat(anna.open("/program-key").body()).doesNotContain("id=\"program-key\"");
            assertThat(anna.open("/program-key").body())
                    .contains("You have no key")
                    .doesNotContain("/revoke");
            String page = anna.fill("/program-key", Map.of()).body();
            assertThat(anna.open("/program-key").body()).contains("a key that works until", "/program-key/revoke");
            Matcher key = Pattern.compile("value=\"([A-Za-z0-9_-]{43})\"").matcher(page);
            assertThat(key.find()).isTrue();
            assertThat(ask(key.group(1), "/studies", request -> request).statusCode())
                    .isEqualTo(200);
            assertThat(anna.open("/dicomweb/studies").statusCode())
                    .as("a session opens it too")
                    .isEqualTo(200);
            assertThat(anna.open("/link/" + key.group(1)).body())
                    .as("a key is no link")
                    .doesNotContain("name=\"secret\"");
        }
    }

    @Test
    void a_request_cut_anywhere_leaves_whole_images_or_none_while_others_are_served() throws Exception {
        byte[] body = multipart(slices());
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < CUTS; i++) {
            cut(body, random.nextInt(body.length - 1));
            assertThat(received()).as("nothing is taken before the last part").isEmpty();
            if (i % 10 == 0) {
                assertThat(get("/studies", "*/*").statusCode()).isEqualTo(200);
            }
        }
        try (Stream<Path> left = Files.list(home.resolve("images/incoming"))) {
            assertThat(left).isEmpty();
        }
        assertThat(store(coordinator, "/studies", slices()).statusCode()).isEqualTo(200);
        assertThat(received())
                .hasSize(3)
                .allSatisfy(
                        hash -> assertThat(installation.images().sound(hash)).isTrue());
    }

    /** Promises the whole body, sends a part, and hangs up; comes back when the server has let go too. */
    private void cut(byte[] body, int at) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.port())) {
            socket.setSoTimeout(20_000);
            String head = "POST /dicomweb/studies HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + coordinator
                    + "\r\nContent-Type: multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY
                    + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(Arrays.copyOf(body, at));
            socket.shutdownOutput();
            try (InputStream in = socket.getInputStream()) {
                String answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                assertThat(answer).doesNotStartWith("HTTP/1.1 200");
            } catch (IOException e) {
                assertThat(e).as("broken off from the other side").isNotNull();
            }
        }
    }
}
