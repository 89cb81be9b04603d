package org.trabecula.study.report;

import java.util.List;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.study.protocol.Sensitivity;

/**
 * Everything that the report says in numbers.
 *
 * @param tables in their order
 * @param score of everybody who is compared
 * @param effects of the primaries that are a yes or no at a visit, in the plan's order
 * @param tippings of the same; none where the plan does not ask for them
 * @param family the claims together
 */
public record Computed(
        Evidence evidence,
        List<Table> tables,
        Outcome<PropensityScore> score,
        List<Effects> effects,
        List<Tipping> tippings,
        Family family,
        List<Curve> curves) {

    /** Computes it all. The same evidence gives the same numbers. */
    public static Computed of(Evidence evidence) {
        List<Primary.Status> statuses = Primary.of(evidence.protocol()).stream()
                .filter(Primary.Status.class::isInstance)
                .map(Primary.Status.class::cast)
                .toList();
        Imputations imputations = Imputations.of(
                evidence,
                statuses.stream()
                        .map(one -> new ImputationModel.Target(one.endpoint(), one.visit()))
                        .toList());
        List<Effects> effects = statuses.stream()
                .map(one -> Effects.of(evidence, one.endpoint(), one.visit(), imputations))
                .toList();
        List<Tipping> tippings = evidence.tries(Sensitivity.TIPPING_POINT)
                ? effects.stream().map(one -> Tipping.of(evidence, one)).toList()
                : List.of();
        Family family = Family.of(evidence, effects);
        Chain chain = Chain.of(evidence);
        return new Computed(
                evidence,
                List.of(
                        BaselineTable.of(evidence).table(),
                        MomentsTable.of(evidence).table(),
                        new PropensityTable(evidence).table(),
                        new PrimaryTable(evidence, effects, imputations, family).table(),
                        new VisitTable(evidence).table(),
                        ScrewTable.of(evidence).table(),
                        new TimeTable(evidence).table(),
                        new ScoreModelTable(evidence).table(),
                        new DeltaTable(evidence).table(),
                        new ChainTable(evidence, chain).table(),
                        new AgreementTable(evidence).table(),
                        new VerificationTable(evidence).table(),
                        new MissingTable(evidence).table(),
                        new SensitivityTable(evidence, effects, tippings).table(),
                        new PowerTable(evidence, effects).table(),
                        new SafetyTable(evidence).table()),
                Designs.score(evidence),
                effects,
                tippings,
                family,
                Curve.of(evidence));
    }

    /**
     * What may be shown while the design of the comparison is not signed: the tables that no outcome enters, and none of the
     * others.
     */
    public static Computed beforeOutcomes(Evidence evidence) {
        return new Computed(
                evidence,
                List.of(
                        BaselineTable.of(evidence).table(),
                        MomentsTable.of(evidence).table(),
                        new PropensityTable(evidence).table()),
                Designs.score(evidence),
                List.of(),
                List.of(),
                new Family(evidence.procedure(), evidence.terms().family(), List.of()),
                List.of());
    }

    /** Whether there are the tables of outcomes, or only what came before them. */
    public boolean outcomes() {
        return tables.stream().anyMatch(one -> one.id().equals("t3"));
    }

    /**
     * A table by its id.
     *
     * @throws IllegalArgumentException when there is no such table
     */
    public Table table(String id) {
        return tables.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No table " + id));
    }
}
