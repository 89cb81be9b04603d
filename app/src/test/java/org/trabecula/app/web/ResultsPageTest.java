package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Analyses;
import org.trabecula.app.Figures;
import org.trabecula.app.Installation;
import org.trabecula.study.analysis.Comparison;
import org.trabecula.study.analysis.Rate;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.visit.Transcript;

/** The result pages of an installation with the published MIS-TLIF 2022 counts at 12 months: 31, 7, 2 and 22, 18, 3 by grade. */
class ResultsPageTest {
    private static final String SECRET = "a sentence that is long enough";
    private static final Timepoint M12 = new Timepoint(12);

    @TempDir
    private static Path home = Path.of("");

    private static Installation installation;
    private static WebProgram.Running running;

    @BeforeAll
    static void start() {
        installation = Installation.open(
                home, Optional.empty(), Optional.of(Path.of("..", "studies", "3dcop")), Clock.systemUTC());
        List<TranscribedRow> rows = new ArrayList<>();
        rows.addAll(rows("titanium", 31, 7, 2));
        rows.addAll(rows("peek", 22, 18, 3));
        record(new Intent.Transcribe("01", "published counts", rows));
        open("mary", Role.DATA_MANAGER);
        open("rita", Role.READER);
        running = WebProgram.start(installation, "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        running.close();
        installation.close();
    }

    private static void open(String user, Role role) {
        record(new Intent.OpenAccount(user, user, List.of(new Grant(role, "*"))));
        String token = installation.credentials().newLink(Optional.of(user), java.time.Duration.ofHours(1));
        installation.credentials().choose(token, user, SECRET);
    }

    private static void record(Intent intent) {
        assertThat(installation.desk().submit(Request.of(Actor.program(), intent)))
                .isInstanceOf(Answer.Recorded.class);
    }

    private static List<TranscribedRow> rows(String arm, int one, int two, int three) {
        List<TranscribedRow> rows = new ArrayList<>();
        for (int i = 1; i <= one + two + three; i++) {
            FusionGrade grade = i <= one ? FusionGrade.I : i <= one + two ? FusionGrade.II : FusionGrade.III;
            rows.add(new TranscribedRow(
                    "row " + i,
                    new ParticipantId(arm + "-" + i),
                    arm,
                    M12,
                    new Transcript(
                            Optional.of(grade),
                            Optional.of(grade.fused()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));
        }
        return rows;
    }

    private static HttpClient signedIn(String user) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(client, "/login").body());
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + token.group(1) + "&user=" + user + "&secret="
                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(303);
        return client;
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + running.port() + path);
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void showsTheNumbersThatTheShellPrints() throws Exception {
        HttpClient mary = signedIn("mary");
        String page = get(mary, "/results").body().replace(ResultTable.DIGIT_SPACE, "");
        Results results = Analyses.newest(installation);

        assertThat(page)
                .contains(results.cut().head().hash().toString())
                .contains("31/40", "22/43", "77.5", "51.2")
                .doesNotContain("style=");
        for (Rate rate : results.rates()) {
            assertThat(page)
                    .contains(">" + rate.proportion().events() + "/"
                            + rate.proportion().total() + "</a>")
                    .contains(Figures.percent(rate.wilson()));
        }
        Comparison compared = results.comparison(Endpoint.FUSION_GRADE_I, M12, Unit.PARTICIPANT)
                .orElseThrow();
        assertThat(Figures.p(compared.pearson())).isEqualTo("0.013");
        assertThat(page)
                .contains(">0.013</td>")
                .contains(Figures.points(compared.difference()))
                .contains(Figures.points(compared.newcombe(), "to"));
    }

    @Test
    void everyCellLeadsToItsParticipantsAndToTheEntriesBehindThem() throws Exception {
        HttpClient mary = signedIn("mary");
        Matcher link = Pattern.compile(
                        "href=\"(/results/cell\\?endpoint=fusion-grade-I&amp;visit=m12[^\"]*arm=peek[^\"]*)\"")
                .matcher(get(mary, "/results").body());
        assertThat(link.find()).isTrue();
        String cell = get(mary, link.group(1).replace("&amp;", "&")).body();
        assertThat(cell).contains("22/43", "grade I", "not grade I", "transcribed", "peek-43");

        Matcher entry = Pattern.compile("href=\"(/entries/\\d+)\"").matcher(cell);
        assertThat(entry.find()).isTrue();
        String shown = get(mary, entry.group(1)).body();
        long position = Long.parseLong(entry.group(1).substring("/entries/".length()));
        assertThat(shown)
                .contains("visit.OutcomesTranscribed/1", "outcomes.grade")
                .contains(installation.desk().headAt(position).hash().toString());
    }

    @Test
    void anEarlierPositionIsAnsweredAsItWasAndAnUnknownOneRefused() throws Exception {
        HttpClient mary = signedIn("mary");
        String before = get(mary, "/results?as-of=1").body();
        assertThat(before).contains("0/0").doesNotContain("31/40");
        HttpResponse<String> beyond = get(mary, "/results?as-of=999999");
        assertThat(beyond.statusCode()).isEqualTo(422);
        assertThat(beyond.body()).contains("not 999999", "31/40");
        assertThat(get(mary, "/results/cell?endpoint=nonsense").statusCode()).isEqualTo(404);
        assertThat(get(mary, "/results/score?score=odi&visit=m12&arm=peek").body())
                .contains("peek-43", "Missing");
        assertThat(get(mary, "/entries/0").statusCode()).isEqualTo(404);
        assertThat(get(mary, "/entries/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void readersNeverGetHere() throws Exception {
        HttpClient rita = signedIn("rita");
        for (String page : List.of("/results", "/results/cell", "/results/score", "/entries/1", "/dashboard")) {
            assertThat(get(rita, page).statusCode()).as(page).isEqualTo(403);
        }
    }

    @Test
    void speaksChineseAndDrawsTheSameCharts() throws Exception {
        HttpClient mary = signedIn("mary");
        HttpRequest request = HttpRequest.newBuilder(address("/results"))
                .header("Accept-Language", "zh-CN")
                .build();
        String page = mary.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(page).contains("主要终点", "螺钉松动", "转录 43", "31/40").doesNotContain("results.");
        assertThat(get(mary, "/dashboard").body())
                .contains("id=\"chart-loosening\"", "id=\"chart-fusion\"")
                .doesNotContain("style=");
    }
}
