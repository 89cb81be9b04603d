package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.study.dataset.Seen;
import org.trabecula.study.dataset.Span;
import org.trabecula.study.dataset.Status;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.report.Computed;
import org.trabecula.study.report.Covariates;
import org.trabecula.study.report.Effects;
import org.trabecula.study.report.Evidence;

/** The analysis data set as CSV, one row a participant: numbers with every digit, empty where there is none. */
final class DataCsv {
    private DataCsv() {}

    static String of(Computed computed) {
        Evidence evidence = computed.evidence();
        StringBuilder out = new StringBuilder();
        out.append(heads(computed).stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append('\n');
        for (Subject subject : evidence.data().subjects()) {
            out.append(row(computed, subject).stream().map(Csv::cell).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return out.toString();
    }

    private static List<String> heads(Computed computed) {
        Evidence evidence = computed.evidence();
        List<String> heads = new ArrayList<>(List.of("participant", "arm", "first_arm", "surgery"));
        for (int term = 0; term < evidence.covariates().terms().size(); term++) {
            heads.add("x" + (term + 1));
        }
        for (Timepoint visit : evidence.data().visits()) {
            for (Endpoint endpoint : Endpoint.values()) {
                heads.add(endpoint.id() + "_" + visit);
                heads.add(endpoint.id() + "_" + visit + "_known_by");
                heads.add(endpoint.id() + "_" + visit + "_from");
                heads.add(endpoint.id() + "_" + visit + "_month");
            }
        }
        heads.addAll(List.of("fusion_after", "fusion_up_to", "loosening_after", "loosening_up_to"));
        for (Score score : evidence.data().scores()) {
            heads.add(score.id() + "_m0");
            evidence.data().visits().forEach(visit -> heads.add(score.id() + "_" + visit));
        }
        for (Effects one : augmented(computed)) {
            for (int column = 0; column < one.augmentation().columns().size(); column++) {
                heads.add(one.endpoint().id() + "_" + one.visit() + "_z" + (column + 1));
            }
        }
        return heads;
    }

    /** Those whose claim rests on outcome models: their columns z follow at the end. */
    private static List<Effects> augmented(Computed computed) {
        return computed.effects().stream()
                .filter(one -> one.claim().estimator() == Estimator.AUGMENTED_OVERLAP)
                .toList();
    }

    private static List<String> outcomeColumns(Computed computed, Effects one, Subject subject) {
        return one.augmentation().columns().stream()
                .map(label -> computed.evidence().covariates().columns().stream()
                        .filter(column -> column.label().equals(label))
                        .flatMap(column -> Optional.ofNullable(column.values().get(subject.id())).stream())
                        .findFirst()
                        .map(value -> Double.toString(value))
                        .orElse(""))
                .toList();
    }

    private static List<String> row(Computed computed, Subject subject) {
        Evidence evidence = computed.evidence();
        List<String> row = new ArrayList<>(List.of(
                subject.id().value(),
                evidence.data().arms().get(subject.arm()).id(),
                subject.arm() == 0 ? "1" : subject.arm() == 1 ? "0" : "",
                subject.surgery().map(one -> one.on().toString()).orElse("")));
        Optional<double[]> terms =
                Optional.ofNullable(evidence.covariates().rows().get(subject.id()));
        for (int term = 0; term < evidence.covariates().terms().size(); term++) {
            int own = term;
            row.add(terms.map(all -> Double.toString(all[own])).orElse(""));
        }
        for (Timepoint visit : evidence.data().visits()) {
            for (Endpoint endpoint : Endpoint.values()) {
                Status status = subject.status(endpoint, visit);
                row.add(status.yes().map(yes -> yes ? "1" : "0").orElse(""));
                row.add(knownBy(status));
                row.addAll(from(Optional.ofNullable(subject.at(visit).origins().get(endpoint))));
            }
        }
        row.addAll(span(subject.fusion()));
        row.addAll(span(subject.loosening()));
        for (Score score : evidence.data().scores()) {
            row.add(score(subject, score, Timepoint.BASELINE));
            evidence.data().visits().forEach(visit -> row.add(score(subject, score, visit)));
        }
        augmented(computed).forEach(one -> row.addAll(outcomeColumns(computed, one, subject)));
        return row;
    }

    /** The visit as which it was held, and how many months after surgery that was. */
    private static List<String> from(Optional<Seen.Origin> origin) {
        return List.of(
                origin.map(one -> one.visit().toString()).orElse(""),
                origin.filter(one -> one.month().isPresent())
                        .map(one -> Double.toString(one.month().getAsDouble()))
                        .orElse(""));
    }

    /** The source of what is known, or the cause of what is not. */
    private static String knownBy(Status status) {
        if (status.decidedBy().isPresent()) {
            return status.decidedBy().get().kind().name();
        }
        return switch (status.read()) {
            case org.trabecula.study.endpoint.Outcome.Known known ->
                known.source().name();
            case org.trabecula.study.endpoint.Outcome.Missing missing ->
                missing.cause().name();
        };
    }

    private static List<String> span(Span span) {
        return span.known()
                ? List.of(Double.toString(span.after()), span.seen() ? Double.toString(span.upTo()) : "")
                : List.of("", "");
    }

    private static String score(Subject subject, Score score, Timepoint visit) {
        return subject.score(score.id(), visit)
                .map(value -> Double.toString(value.value()))
                .orElse("");
    }

    /** What the columns x1, x2, … are, a sentence for each. */
    static List<String> terms(Covariates covariates, Wording wording) {
        List<String> names = new ArrayList<>();
        for (Text term : covariates.terms()) {
            names.add(wording.say(
                    "report.manifest.column",
                    "x" + (names.size() + 1),
                    wording.words().text(term)));
        }
        return names;
    }
}
