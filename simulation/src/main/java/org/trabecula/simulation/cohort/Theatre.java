package org.trabecula.simulation.cohort;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.spine.Side;

/**
 * How a plan becomes screws and cages; and, for three of every ninety, how the cage goes wrong. As in the model there are two
 * screws in each vertebra, and PEEK above the lowest segment. Cement, of which the model has no word, does nothing.
 */
final class Theatre {
    /** Among so many operated participants, one gets mixed cages, one a cage of no arm, and one no cage where it belongs. */
    private static final int BLOCK = 90;

    private enum Mishap {
        MIXED_CAGES,
        FOREIGN_CAGE,
        NO_STUDY_CAGE
    }

    private final long seed;
    private final Set<CageMaterial> studied;

    Theatre(long seed, List<Arm> arms) {
        this.seed = seed;
        this.studied =
                arms.stream().flatMap(arm -> arm.materials().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    Surgery operate(Person person, LocalDate on) {
        Chance chance = Chance.of(seed, "surgery", person.index());
        List<Segment> segments = person.intention().segments();
        return new Surgery(
                on,
                person.intention().surgeon(),
                segments,
                screws(chance, segments, person.body()),
                cages(chance, segments, person.intention().cage(), mishap(person.operated())));
    }

    /** The same surgery with two digits of a cage's lot swapped; empty without a cage. */
    static Optional<Surgery> mistyped(Surgery right) {
        return right.cages().stream().findFirst().map(cage -> {
            String lot = cage.lot();
            String swapped = lot.substring(0, 2) + lot.charAt(3) + lot.charAt(2) + lot.substring(4);
            List<Cage> cages = new ArrayList<>(right.cages());
            cages.set(
                    0,
                    new Cage(
                            cage.segment(),
                            cage.material(),
                            cage.maker(),
                            cage.model(),
                            lot.equals(swapped) ? lot + "0" : swapped,
                            cage.udi(),
                            cage.footprint(),
                            cage.heightMm(),
                            cage.lordosisDegrees()));
            return new Surgery(right.on(), right.surgeon(), right.fused(), right.screws(), cages);
        });
    }

    private Optional<Mishap> mishap(int operated) {
        int block = operated / BLOCK;
        List<Integer> whom = Chance.of(seed, "mishaps", block)
                .pick(3, IntStream.range(0, BLOCK).boxed().toList());
        int which = whom.indexOf(operated % BLOCK);
        return which < 0 ? Optional.empty() : Optional.of(Mishap.values()[which]);
    }

    private static List<Screw> screws(Chance chance, List<Segment> segments, Body body) {
        Set<Level> levels = new TreeSet<>();
        segments.forEach(segment -> levels.addAll(List.of(segment.upper(), segment.lower())));
        boolean cemented = chance.happens(body.hu() < 65 ? 0.3 : 0.04);
        List<Screw> screws = new ArrayList<>();
        for (Level level : levels) {
            BigDecimal diameter = new BigDecimal(chance.pick(List.of("5.5", "6.0", "6.5", "6.5", "7.0")));
            BigDecimal length =
                    new BigDecimal(chance.pick(level == Level.S1 ? List.of("35", "40") : List.of("40", "45", "50")));
            for (Side side : Side.values()) {
                screws.add(new Screw(new ScrewSite(level, side), diameter, length, cemented, false));
            }
        }
        return screws;
    }

    private List<Cage> cages(Chance chance, List<Segment> segments, CageMaterial planned, Optional<Mishap> mishap) {
        List<Cage> cages = new ArrayList<>();
        for (Segment segment : segments.subList(0, segments.size() - 1)) {
            cages.add(cage(chance, segment, CageMaterial.PEEK));
        }
        Segment lowest = segments.getLast();
        Cage study = cage(chance, lowest, planned);
        switch (mishap.orElse(null)) {
            case null -> {
                cages.add(study);
                if (chance.happens(0.35)) {
                    cages.add(study);
                }
            }
            case MIXED_CAGES -> {
                cages.add(study);
                cages.add(cage(chance, lowest, other(planned)));
            }
            case FOREIGN_CAGE -> cages.add(cage(chance, lowest, foreign()));
            case NO_STUDY_CAGE -> {}
        }
        return cages;
    }

    private CageMaterial other(CageMaterial planned) {
        return studied.stream()
                .filter(material -> material != planned)
                .findFirst()
                .orElse(foreign());
    }

    private CageMaterial foreign() {
        return Arrays.stream(CageMaterial.values())
                .filter(material -> !studied.contains(material))
                .findFirst()
                .orElse(CageMaterial.OTHER);
    }

    private static Cage cage(Chance chance, Segment segment, CageMaterial material) {
        String lot = "VL" + chance.between(100_000, 999_999);
        return new Cage(
                segment,
                material,
                "Virtual Implants",
                Intention.metal(material) ? "Lattice V" : "Block V",
                lot,
                "(01)00000000000000(10)" + lot,
                chance.pick(List.of("22x10", "26x10")),
                Optional.of(BigDecimal.valueOf(chance.between(8, 13))),
                Optional.of(new BigDecimal(chance.pick(List.of("0", "4", "8")))));
    }
}
