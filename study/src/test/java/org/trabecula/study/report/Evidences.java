package org.trabecula.study.report;

import static org.trabecula.study.testkit.Steps.transcribed;
import static org.trabecula.study.testkit.Story.given;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.trabecula.study.analysis.Agreement;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.testkit.World;

/** Evidence from outcomes as other records state them, with covariates that a test makes up. */
final class Evidences {
    private Evidences() {}

    static Evidence of(List<TranscribedRow> rows, Protocol protocol, Function<Dataset, Covariates> covariates) {
        World world = given(transcribed(rows.toArray(TranscribedRow[]::new))).world();
        return world.see(register -> {
            Dataset data = Dataset.of(register, protocol, world.journal().head());
            return new Evidence(
                    data,
                    protocol,
                    covariates.apply(data),
                    new Evidence.Terms(0.95, 0.05, 200, 20, 7),
                    Agreement.of(register, protocol, world.journal().head()));
        });
    }

    /** The number in T-3 or P-3. */
    static int number(ParticipantId id) {
        return Integer.parseInt(id.value().substring(2));
    }

    static Covariates.Column column(
            String name, boolean continuous, boolean term, Dataset data, ToDoubleFunction<Subject> value) {
        Map<ParticipantId, Double> values = new HashMap<>();
        data.subjects().forEach(one -> values.put(one.id(), value.applyAsDouble(one)));
        return new Covariates.Column(Text.same(name), continuous, term, values);
    }

    /** Covariates of which all is known. */
    static Covariates covariates(Dataset data, Covariates.Column... columns) {
        List<Covariates.Column> terms =
                List.of(columns).stream().filter(Covariates.Column::term).toList();
        Map<ParticipantId, double[]> rows = new HashMap<>();
        for (Subject subject : data.subjects()) {
            rows.put(
                    subject.id(),
                    terms.stream()
                            .mapToDouble(term -> term.values().get(subject.id()))
                            .toArray());
        }
        return new Covariates(
                List.of(columns).stream()
                        .map(one -> new Covariates.Baseline(one.label(), !one.continuous(), one.values()))
                        .toList(),
                terms.stream().map(Covariates.Column::label).toList(),
                rows,
                List.of(columns),
                java.util.Optional.empty(),
                java.util.Optional.empty());
    }
}
