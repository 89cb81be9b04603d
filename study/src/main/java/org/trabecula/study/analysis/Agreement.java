package org.trabecula.study.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trabecula.statistics.agreement.BlandAltman;
import org.trabecula.statistics.agreement.BlindingTable;
import org.trabecula.statistics.agreement.ClusteredKappa;
import org.trabecula.statistics.agreement.Coefficient;
import org.trabecula.statistics.agreement.IntraclassCorrelation;
import org.trabecula.statistics.agreement.Kappa;
import org.trabecula.statistics.agreement.ReaderTable;
import org.trabecula.statistics.agreement.Weighting;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.conduct.Allocation;
import org.trabecula.study.conduct.Place;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.journal.Head;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Protocol;

/**
 * How far readers agree with each other and with themselves, and how blind they were. Pairs are two readers' first reads of a case,
 * or one reader's first and second read of it. Screws and segments are the units; the error of kappa and the limits of agreement's
 * reader are those of the participant's cluster where the method has one.
 *
 * @param open how many first reads are still to come: until there are none, this is an interim look
 * @param blinding of the first reads, by the arm of the participant; the first arm of the contrast is the active one
 * @param blindingOfScrews of what was signed about screws before segments were judged; empty where a read is one sheet
 */
public record Agreement(
        MadeFrom cut,
        int open,
        List<Categories> categories,
        List<Measurements> measurements,
        List<Blinding> blinding,
        List<Blinding> blindingOfScrews) {
    public Agreement {
        categories = List.copyOf(categories);
        measurements = List.copyOf(measurements);
        blinding = List.copyOf(blinding);
        blindingOfScrews = List.copyOf(blindingOfScrews);
    }

    /** Whose reads are compared. */
    public enum Between {
        READERS,
        TIMES
    }

    /**
     * Agreement in a category.
     *
     * @param units pairs of findings
     * @param alike share with the same category; empty without units
     * @param kappa Cohen's, linear weights for grades
     * @param clustered the same with an error by participants
     * @param gwet AC1, for grades AC2 with linear weights
     */
    public record Categories(
            Between between,
            Feature feature,
            Modality modality,
            int units,
            Optional<Double> alike,
            Outcome<Kappa> kappa,
            Outcome<ClusteredKappa> clustered,
            Outcome<Coefficient> gwet) {

        /** Kappa's interval by participants, as far as kappa goes. */
        public Outcome<Interval> interval(double level) {
            return clustered.map(kappa -> kappa.bounded(level));
        }
    }

    /**
     * Agreement in a measurement.
     *
     * @param icc ICC(A,1): two-way, absolute agreement, one read
     * @param differences first minus second, with each pair's mean before it
     */
    public record Measurements(
            Between between,
            Feature feature,
            Modality modality,
            int units,
            Outcome<IntraclassCorrelation.Result> icc,
            Outcome<BlandAltman> blandAltman,
            List<double[]> differences) {}

    /**
     * How the guesses went.
     *
     * @param surest from which certainty on a guess counts, 1 to 5; a less certain one counts as "do not know"
     * @param bang of each of the first two arms
     */
    public record Blinding(int surest, BlindingTable table, Outcome<Estimate> james, List<Outcome<Estimate>> bang) {}

    /** Computes all of it from the study at a position. */
    public static Agreement of(Register register, Protocol protocol, Head head) {
        Charter charter = new Charter(protocol.charter());
        List<ReadingCase> cases = register.readingRoom()
                .all()
                .filter(ReadingCase::opened)
                .sorted(Comparator.comparing(ReadingCase::id))
                .toList();
        Map<ParticipantId, Integer> clusters = new HashMap<>();
        List<Categories> categories = new ArrayList<>();
        List<Measurements> measurements = new ArrayList<>();
        for (Between between : Between.values()) {
            List<ReadPair> pairs = cases.stream()
                    .flatMap(one -> pairs(one, between, cluster(register, one, clusters)))
                    .toList();
            for (Feature feature : Feature.values()) {
                for (Modality modality : Modality.values()) {
                    Paired paired = Paired.of(
                            feature,
                            pairs.stream()
                                    .filter(pair -> pair.modality() == modality)
                                    .toList(),
                            charter);
                    if (feature.measured()) {
                        measurements.add(measured(
                                between,
                                feature,
                                modality,
                                paired,
                                protocol.endpoints().level()));
                    } else {
                        categories.add(categorised(between, feature, modality, paired));
                    }
                }
            }
        }
        // A measurement that is never made on a modality (motion on a CT) has no row of its own.
        measurements.removeIf(one -> one.modality() == Modality.CT && one.feature() != Feature.LUCENCY);
        int open = cases.stream()
                .mapToInt(one ->
                        Math.max(0, protocol.charter().readers() - one.reads().size()))
                .sum();
        return new Agreement(
                new MadeFrom(head, protocol.version()),
                open,
                categories,
                measurements,
                blinding(register, cases, protocol, ReadingCase::reads),
                cases.stream()
                                .allMatch(
                                        one -> ofScrews(one, protocol.charter().readers())
                                                .isEmpty())
                        ? List.of()
                        : blinding(
                                register,
                                cases,
                                protocol,
                                one -> ofScrews(one, protocol.charter().readers())));
    }

    private static int cluster(Register register, ReadingCase one, Map<ParticipantId, Integer> clusters) {
        return register.place(one.id())
                .map(Place::participant)
                .map(id -> clusters.computeIfAbsent(id, _ -> clusters.size()))
                .orElse(-1);
    }

    private static Stream<ReadPair> pairs(ReadingCase one, Between between, int cluster) {
        if (cluster < 0) {
            return Stream.empty();
        }
        return switch (between) {
            case READERS -> {
                List<Read> reads = one.reads().stream()
                        .sorted(Comparator.comparing(Read::reader))
                        .toList();
                yield reads.size() < 2
                        ? Stream.empty()
                        : Stream.of(new ReadPair(
                                one.modality(),
                                cluster,
                                reads.get(0).findings(),
                                reads.get(1).findings()));
            }
            case TIMES ->
                one.rereads().stream()
                        .flatMap(again -> again.read().stream())
                        .flatMap(second -> one.reads().stream()
                                .filter(first -> first.reader().equalsIgnoreCase(second.reader()))
                                .map(first ->
                                        new ReadPair(one.modality(), cluster, first.findings(), second.findings())));
        };
    }

    private static Categories categorised(Between between, Feature feature, Modality modality, Paired paired) {
        Weighting weights = feature == Feature.GRADE ? Weighting.LINEAR : Weighting.NOMINAL;
        int[] first = paired.categories(0);
        int[] second = paired.categories(1);
        ReaderTable table = ReaderTable.of(first, second, feature.categories());
        return new Categories(
                between,
                feature,
                modality,
                paired.size(),
                paired.alike(),
                several(paired).then(_ -> table.kappa(weights)),
                ClusteredKappa.of(first, second, paired.clusters(), feature.categories(), weights),
                several(paired).then(_ -> table.gwet(weights)));
    }

    /** One pair alone has no error. */
    private static Outcome<Paired> several(Paired paired) {
        return paired.size() < 2
                ? Outcome.none(Shortfall.Cause.TOO_FEW, "Agreement needs two pairs of findings")
                : Outcome.of(paired);
    }

    private static Measurements measured(
            Between between, Feature feature, Modality modality, Paired paired, double level) {
        double[] first = paired.column(0);
        double[] second = paired.column(1);
        List<double[]> differences = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            differences.add(new double[] {(first[i] + second[i]) / 2, first[i] - second[i]});
        }
        return new Measurements(
                between,
                feature,
                modality,
                paired.size(),
                IntraclassCorrelation.of(paired.table())
                        .map(icc -> icc.form(IntraclassCorrelation.Form.AGREEMENT, level)),
                BlandAltman.of(first, second),
                differences);
    }

    /** What first readers signed about screws before they judged segments; when all have read, whoever else signed is a third person. */
    private static List<Read> ofScrews(ReadingCase one, int readers) {
        return one.judgements().begun().stream()
                .filter(begun -> !begun.again())
                .flatMap(begun -> begun.loosening().stream())
                .filter(signed -> one.reads().size() < readers || one.readBy(signed.reader()))
                .toList();
    }

    private static List<Blinding> blinding(
            Register register, List<ReadingCase> cases, Protocol protocol, Function<ReadingCase, List<Read>> reads) {
        if (protocol.arms().size() < 2) {
            return List.of();
        }
        List<Guess> guesses = cases.stream()
                .flatMap(one -> guesses(register, one, protocol, reads.apply(one)))
                .toList();
        return Stream.of(1, 3, 4, 5)
                .map(surest -> {
                    BlindingTable table = new BlindingTable(
                            counted(guesses, protocol.compared().get(0), surest),
                            counted(guesses, protocol.compared().get(1), surest));
                    return new Blinding(
                            surest,
                            table,
                            table.james(),
                            List.of(table.active().bang(), table.control().bang()));
                })
                .toList();
    }

    /** @param certainty empty for a guess from before it was asked, which then counts at the lowest step alone */
    private record Guess(Arm arm, String guess, Optional<Integer> certainty) {
        boolean surerThan(int least) {
            return !guess.equals(Findings.NO_IDEA) && certainty.orElse(1) >= least;
        }
    }

    private static Stream<Guess> guesses(Register register, ReadingCase one, Protocol protocol, List<Read> reads) {
        Optional<Arm> arm = register.place(one.id())
                .flatMap(place -> register.casebook(place.participant()))
                .flatMap(casebook -> Allocation.of(casebook, protocol).assigned());
        return arm.stream()
                .flatMap(own -> reads.stream()
                        .map(read -> new Guess(
                                own,
                                read.findings().armGuess(),
                                read.attestation().flatMap(signed -> signed.certainty()))));
    }

    private static BlindingTable.Guesses counted(List<Guess> guesses, Arm arm, int surest) {
        int right = 0;
        int wrong = 0;
        int unknown = 0;
        for (Guess guess : guesses) {
            if (!guess.arm().id().equals(arm.id())) {
                continue;
            }
            if (!guess.surerThan(surest)) {
                unknown++;
            } else if (guess.guess().equals(arm.id())) {
                right++;
            } else {
                wrong++;
            }
        }
        return new BlindingTable.Guesses(right, wrong, unknown);
    }
}
