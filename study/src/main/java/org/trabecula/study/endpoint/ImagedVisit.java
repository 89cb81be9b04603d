package org.trabecula.study.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Looseness;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.SegmentVerdict;
import org.trabecula.study.imaging.Settled;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.imaging.Union;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * Folds the settled findings of a visit's images to yes, no or missing. A CT, taken because the radiograph was unclear,
 * outranks the radiographs; of several images of a kind the newest that is settled counts, so that one nobody has read yet
 * takes nothing away. Loosening is not absorbing: every visit stands for itself.
 *
 * <p>It needs the images and the charter only, so that a virtual study is judged by the same rules as a real one.
 */
public final class ImagedVisit {
    private final FusionDefinition fused;

    public ImagedVisit(FusionDefinition fused) {
        this.fused = fused;
    }

    /**
     * What the images of a visit say.
     *
     * @param trail the visit's own entries
     * @param newestFirst the images filed under it
     * @return the outcomes; empty when no images are dealt to readers
     */
    public Optional<VisitOutcomes> outcomes(Timepoint at, List<Long> trail, List<Look> newestFirst) {
        List<Look> looks = new ArrayList<>();
        newestFirst.stream().filter(Look::ct).forEach(looks::add);
        newestFirst.stream().filter(look -> !look.ct()).forEach(looks::add);
        looks.removeIf(look -> !look.reading().opened());
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<ScrewSite> sites = new TreeSet<>();
        SortedSet<Segment> segments = new TreeSet<>();
        for (Look look : looks) {
            sites.addAll(look.reading().screws());
            segments.addAll(look.reading().segments());
        }
        List<ScrewOutcome> screws = new ArrayList<>();
        sites.forEach(site -> screws.add(new ScrewOutcome(site, screw(looks, site))));
        Optional<Segment> lowest = segments.isEmpty() ? Optional.empty() : Optional.of(segments.last());
        Outcome fusion = lowest.map(segment -> fusion(looks, segment, fused))
                .orElse(new Outcome.Missing(Cause.NO_IMAGES, trail));
        Outcome gradeI = lowest.map(segment -> fusion(looks, segment, FusionDefinition.BRIDWELL_1))
                .orElse(new Outcome.Missing(Cause.NO_IMAGES, trail));
        return Optional.of(VisitOutcomes.of(at, screws, fusion, gradeI));
    }

    /**
     * One imaging study with what the charter makes of its reads.
     *
     * @param filed the position of the entry that filed it under the visit
     */
    public record Look(ReadingCase reading, Settlement settlement, long filed) {

        /** Settles a case by the charter. */
        public static Look of(ReadingCase reading, Charter charter, long filed) {
            return new Look(reading, Settlement.of(reading, charter), filed);
        }

        boolean ct() {
            return reading.modality() == Modality.CT;
        }

        /** The reads so far, or, before any, the entry that filed the images. */
        List<Long> positions() {
            List<Long> positions = new ArrayList<>();
            reading.reads().forEach(read -> positions.add(read.position()));
            reading.adjudication().ifPresent(read -> positions.add(read.position()));
            return positions.isEmpty() ? List.of(filed) : positions;
        }

        /** Whether the segment has a verdict here and the charter still calls for a CT. */
        boolean leavesUnclear(Segment segment) {
            return settlement.segments().containsKey(segment)
                    && settlement.stillUnclear().contains(segment);
        }

        Outcome.Missing awaited() {
            return new Outcome.Missing(
                    settlement.complete() ? Cause.ADJUDICATION_AWAITED : Cause.READS_AWAITED, positions());
        }
    }

    private static Outcome screw(List<Look> looks, ScrewSite site) {
        for (Look look : looks) {
            Settled<Looseness> settled = look.settlement().screws().get(site);
            if (settled != null && settled.verdict() != Looseness.NOT_ASSESSABLE) {
                return new Outcome.Known(
                        settled.verdict() == Looseness.LOOSE,
                        Source.of(look.ct(), settled.adjudicated()),
                        settled.positions());
            }
        }
        return looks.stream()
                .filter(look -> !look.settlement().screws().containsKey(site))
                .findFirst()
                .<Outcome>map(Look::awaited)
                .orElseGet(() -> new Outcome.Missing(
                        Cause.NOT_ASSESSABLE, looks.getFirst().positions()));
    }

    /** The first look that settles the segment decides; a radiograph only when no radiograph leaves it unclear. */
    private static Outcome fusion(List<Look> looks, Segment segment, FusionDefinition definition) {
        Optional<Look> unclear = leavingUnclear(looks, segment);
        Outcome last = new Outcome.Missing(Cause.UNCLEAR, looks.getFirst().positions());
        for (Look look : looks) {
            Outcome outcome = !look.ct() && unclear.isPresent()
                    ? new Outcome.Missing(Cause.UNCLEAR, unclear.get().positions())
                    : fusion(look, segment, definition);
            if (outcome instanceof Outcome.Known) {
                return outcome;
            }
            last = outcome;
        }
        return last;
    }

    private static Optional<Look> leavingUnclear(List<Look> looks, Segment segment) {
        for (Look look : looks) {
            if (!look.ct() && look.leavesUnclear(segment)) {
                return Optional.of(look);
            }
        }
        return Optional.empty();
    }

    private static Outcome fusion(Look look, Segment segment, FusionDefinition definition) {
        Settled<SegmentVerdict> settled = look.settlement().segments().get(segment);
        if (settled == null) {
            return look.awaited();
        }
        if (settled.verdict().union() == Union.INDETERMINATE) {
            return new Outcome.Missing(Cause.UNCLEAR, look.positions());
        }
        return new Outcome.Known(
                settled.verdict().grade().map(definition::fused).orElse(false),
                Source.of(look.ct(), settled.adjudicated()),
                settled.positions());
    }
}
