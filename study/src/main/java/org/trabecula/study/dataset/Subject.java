package org.trabecula.study.dataset;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.trabecula.study.analysis.ScoreCell;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.SafetyState;

/**
 * One participant of the analysis set.
 *
 * @param arm 0 for the first arm of the contrast, 1 for the second
 * @param surgery empty when the outcomes were taken over from another record
 * @param visits baseline first, one for every visit of the data set
 * @param safety everything that went wrong
 * @param intercurrent what of it changes the meaning of an endpoint, in the order of its days
 */
public record Subject(
        ParticipantId id,
        int arm,
        Optional<Surgery> surgery,
        List<Seen> visits,
        SafetyState safety,
        List<Intercurrent> intercurrent,
        Span fusion,
        Span loosening) {
    /** Days of a mean month: 365.25 / 12. */
    public static final double DAYS_OF_MONTH = 30.4375;

    public Subject {
        visits = List.copyOf(visits);
        intercurrent = List.copyOf(intercurrent);
    }

    static Subject of(
            ParticipantId id,
            int arm,
            Optional<Surgery> surgery,
            List<Seen> visits,
            List<Occasion> occasions,
            SafetyState safety,
            List<Intercurrent> intercurrent) {
        Spans spans = new Spans(surgery.map(Surgery::on), occasions, intercurrent);
        return new Subject(id, arm, surgery, visits, safety, intercurrent, spans.fusion(), spans.loosening());
    }

    /**
     * What was seen at a visit.
     *
     * @throws IllegalArgumentException when the data set has no such visit
     */
    public Seen at(Timepoint visit) {
        return visits.stream()
                .filter(one -> one.at().equals(visit))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The data set has no visit " + visit));
    }

    /** An endpoint at a visit. A revision before the day on which it was seen decides: not fused, and loosened if it was of screws. */
    public Status status(Endpoint endpoint, Timepoint visit) {
        Predicate<Intercurrent> deciding = endpoint == Endpoint.LOOSENING
                ? one -> one.kind() == Intercurrent.Kind.REVISION_OF_SCREWS
                : Intercurrent::revision;
        Optional<Intercurrent> revision = intercurrent.stream()
                .filter(deciding)
                .filter(one ->
                        month(one.on()).filter(m -> m <= day(endpoint, visit)).isPresent())
                .findFirst();
        return Status.of(at(visit).outcomes().of(endpoint), revision, endpoint == Endpoint.LOOSENING);
    }

    public Optional<ScoreCell.Value> score(String score, Timepoint visit) {
        return Optional.ofNullable(at(visit).scores().get(score));
    }

    /** The death or withdrawal on or before the day of a visit, after which nothing is collected. */
    public Optional<Intercurrent> left(Endpoint endpoint, Timepoint visit) {
        return intercurrent.stream()
                .filter(Intercurrent::leaving)
                .filter(one ->
                        month(one.on()).filter(m -> m <= day(endpoint, visit)).isPresent())
                .findFirst();
    }

    /** When the value was seen, in months; as planned when the visit was not held. */
    private double day(Endpoint endpoint, Timepoint visit) {
        return at(visit).month(endpoint).orElse(visit.months());
    }

    private Optional<Double> month(LocalDate day) {
        return surgery.map(one -> months(one.on(), day));
    }

    /** Months from one day to another. */
    static double months(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / DAYS_OF_MONTH;
    }
}
