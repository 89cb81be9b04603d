package org.trabecula.study.report;

import java.util.List;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.study.endpoint.Endpoint;

/**
 * Everything that the report says in numbers.
 *
 * @param tables in their order
 * @param score of everybody who is compared
 * @param effects of the primary endpoints, fusion first
 * @param tippings of the same
 */
public record Computed(
        Evidence evidence,
        List<Table> tables,
        Outcome<PropensityScore> score,
        List<Effects> effects,
        List<Tipping> tippings,
        List<Curve> curves) {

    /** Computes it all. The same evidence gives the same numbers. */
    public static Computed of(Evidence evidence) {
        Imputations imputations = Imputations.of(
                evidence,
                List.of(
                        new ImputationModel.Target(Endpoint.FUSION, evidence.primary()),
                        new ImputationModel.Target(Endpoint.LOOSENING, evidence.primary())));
        List<Effects> effects = List.of(
                Effects.of(evidence, Endpoint.FUSION, evidence.primary(), imputations),
                Effects.of(evidence, Endpoint.LOOSENING, evidence.primary(), imputations));
        List<Tipping> tippings =
                effects.stream().map(one -> Tipping.of(evidence, one)).toList();
        Chain chain = Chain.of(evidence);
        return new Computed(
                evidence,
                List.of(
                        BaselineTable.of(evidence).table(),
                        MomentsTable.of(evidence).table(),
                        new PropensityTable(evidence).table(),
                        new PrimaryTable(evidence, effects, imputations).table(),
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
                        new PowerTable(evidence, effects).table()),
                Designs.score(evidence),
                effects,
                tippings,
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
                List.of());
    }

    /** Whether there are the tables of outcomes, or only what came before them. */
    public boolean outcomes() {
        return !effects.isEmpty();
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
