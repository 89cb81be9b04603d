package org.trabecula.app.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trabecula.app.Installation;
import org.trabecula.exchange.TextFile;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.visit.Transcript;

/** What is put into an installation before it is measured, through the Desk like everything else. */
record Workload(Installation installation) {
    static final String PASSWORD = "a measured password";

    String site() {
        return installation.protocol().sites().getFirst().id();
    }

    void account(String user, Role role) {
        record(new Intent.OpenAccount(user, user, List.of(new Grant(role, Actor.EVERY_SITE))));
        String token = installation.credentials().newLink(Optional.of(user), Duration.ofHours(1));
        installation.credentials().choose(token, user, PASSWORD);
    }

    /** Screens somebody and answers the new subject id. */
    ParticipantId screened(LocalDate on) {
        Answer.Recorded recorded = record(new Intent.Screen(site(), on));
        return new ParticipantId(recorded.entries().getFirst().stream().id());
    }

    /** A spreadsheet with eight outcomes in each row. */
    TextFile table(int rows) {
        StringBuilder text =
                new StringBuilder("subject,arm,visit,fusion,loosening,screws,screws_loose,odi,vas_back,vas_leg\n");
        for (int i = 0; i < rows; i++) {
            text.append("P-%05d,%s,6,%s,%s,4,%d,%d,%d,%d%n"
                    .formatted(
                            i,
                            i % 2 == 0 ? "titanium" : "peek",
                            FusionGrade.values()[i % 4],
                            i % 5 == 0 ? "yes" : "no",
                            i % 5 == 0 ? 1 : 0,
                            i % 100,
                            i % 10,
                            i % 7));
        }
        return new TextFile("bench.csv", text.toString());
    }

    /** Transcribed participants with all their outcomes at one visit each. */
    List<TranscribedRow> rows(int count) {
        List<TranscribedRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new TranscribedRow(
                    "row " + (i + 2),
                    new ParticipantId("P-%05d".formatted(i)),
                    i % 2 == 0 ? "titanium" : "peek",
                    new Timepoint(6),
                    new Transcript(
                            Optional.of(FusionGrade.values()[i % 4]),
                            Optional.of(i % 4 < 2),
                            Optional.of(i % 5 == 0),
                            Optional.of(4),
                            Optional.of(i % 5 == 0 ? 1 : 0),
                            Optional.of(BigDecimal.valueOf(i % 100)),
                            Optional.of(BigDecimal.valueOf(i % 10)),
                            Optional.of(BigDecimal.valueOf(i % 7)))));
        }
        return rows;
    }

    Answer.Recorded record(Intent intent) {
        return switch (installation.desk().submit(Request.of(Actor.program(), intent))) {
            case Answer.Recorded recorded -> recorded;
            case Answer.Refused(var objections) -> throw new IllegalStateException(objections.toString());
        };
    }

    /** The fields of a screening form, different for every number. */
    SortedMap<String, String> form(int number) {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("scr_age", "" + (50 + number % 40));
        fields.put("scr_hu_mean", "" + (60 + number % 90));
        fields.put("scr_t_lumbar", "-" + (1 + number % 4) + ".5");
        fields.put("scr_plif", "1");
        Arrays.asList("scr_prior_surgery", "scr_infection", "scr_tumour").forEach(name -> fields.put(name, "0"));
        return fields;
    }
}
