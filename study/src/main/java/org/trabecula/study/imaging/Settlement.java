package org.trabecula.study.imaging;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * What a case has come to under the charter.
 *
 * @param complete whether all first reads are in
 * @param screws the verdicts that stand; a screw in dispute is missing here
 * @param segments the verdicts that stand; a segment in dispute is missing here
 * @param disputed screw sites and segments on which the first readers differ, adjudicated or not, by name
 * @param unclear why a CT is called for; empty for a CT
 * @param stillUnclear the segments that only a CT can settle: an adjudication ends the readers' dispute and gives the grade
 *     that lacked, but motion, translation and artefact as measured stand
 */
public record Settlement(
        boolean complete,
        Map<ScrewSite, Settled<Looseness>> screws,
        Map<Segment, Settled<SegmentVerdict>> segments,
        List<String> disputed,
        List<Unclear> unclear,
        Set<Segment> stillUnclear,
        boolean adjudicated) {

    /** Applies the charter to the reads of a case. */
    public static Settlement of(ReadingCase reading, Charter charter) {
        if (reading.reads().size() < charter.terms().readers()) {
            return new Settlement(false, Map.of(), Map.of(), List.of(), List.of(), Set.of(), false);
        }
        return new Court(reading, charter).settle();
    }

    /** Whether a third person has to decide. */
    public boolean needsAdjudication() {
        return !disputed.isEmpty() && !adjudicated;
    }

    /** One sitting over one case whose first reads are all in. */
    private static final class Court {
        private final ReadingCase reading;
        private final Charter charter;
        private final Map<ScrewSite, Settled<Looseness>> screws = new LinkedHashMap<>();
        private final Map<Segment, Settled<SegmentVerdict>> segments = new LinkedHashMap<>();
        private final List<String> disputed = new ArrayList<>();
        private final List<Unclear> unclear = new ArrayList<>();
        private final Set<Segment> stillUnclear = new TreeSet<>();
        private final List<Long> readers;
        private final List<Long> everybody;

        Court(ReadingCase reading, Charter charter) {
            this.reading = reading;
            this.charter = charter;
            this.readers = reading.reads().stream().map(Read::position).toList();
            List<Long> all = new ArrayList<>(readers);
            reading.adjudication().ifPresent(read -> all.add(read.position()));
            this.everybody = List.copyOf(all);
        }

        Settlement settle() {
            for (ScrewSite site : reading.screws()) {
                judge(site, read -> screw(read, site), Looseness::equals, (one, _) -> one, screws);
            }
            for (Segment segment : reading.segments()) {
                boolean agreed = judge(
                        segment,
                        read -> segment(read, segment),
                        (one, other) -> one.union() == other.union(),
                        (one, other) -> new SegmentVerdict(one.union(), Charter.worse(one.grade(), other.grade())),
                        segments);
                if (reading.modality() == Modality.RADIOGRAPH) {
                    collectUnclear(segment, agreed);
                }
            }
            return new Settlement(
                    true,
                    screws,
                    segments,
                    disputed,
                    unclear,
                    stillUnclear,
                    reading.adjudication().isPresent());
        }

        /** Lets the first readers' verdict stand when they agree, else the adjudicator's; says whether they agreed. */
        private <K, V> boolean judge(
                K place,
                Function<Read, Optional<V>> verdict,
                java.util.function.BiPredicate<V, V> same,
                BinaryOperator<V> merge,
                Map<K, Settled<V>> standing) {
            List<V> said = new ArrayList<>();
            for (Read read : reading.reads()) {
                verdict.apply(read).ifPresent(said::add);
            }
            boolean agreed = said.size() == reading.reads().size();
            for (V one : said) {
                agreed = agreed && same.test(said.getFirst(), one);
            }
            if (agreed) {
                V merged = said.getFirst();
                for (V one : said.subList(1, said.size())) {
                    merged = merge.apply(merged, one);
                }
                standing.put(place, new Settled<>(merged, false, readers));
            } else {
                disputed.add(place.toString());
                reading.adjudication()
                        .flatMap(verdict)
                        .ifPresent(v -> standing.put(place, new Settled<>(v, true, everybody)));
            }
            return agreed;
        }

        private void collectUnclear(Segment segment, boolean agreed) {
            Set<Unclear.Cause> seen = causes(reading.reads(), segment);
            Set<Unclear.Cause> standing = EnumSet.copyOf(seen);
            if (!agreed) {
                seen.add(Unclear.Cause.READERS_DIFFER);
                standing.add(Unclear.Cause.READERS_DIFFER);
                reading.adjudication().ifPresent(third -> {
                    Set<Unclear.Cause> own = causes(List.of(third), segment);
                    seen.addAll(own);
                    standing.removeAll(Unclear.Cause.LIFTED_BY_A_THIRD);
                    standing.addAll(own);
                });
            }
            seen.forEach(cause -> unclear.add(new Unclear(segment, cause)));
            if (!standing.isEmpty()) {
                stillUnclear.add(segment);
            }
        }

        private Set<Unclear.Cause> causes(List<Read> reads, Segment segment) {
            Set<Unclear.Cause> causes = EnumSet.noneOf(Unclear.Cause.class);
            for (Read read : reads) {
                for (SegmentFinding finding : read.findings().segments()) {
                    if (finding.segment().equals(segment)) {
                        causes.addAll(charter.unclear(finding));
                    }
                }
            }
            return causes;
        }

        private Optional<Looseness> screw(Read read, ScrewSite site) {
            for (ScrewFinding finding : read.findings().screws()) {
                if (finding.site().equals(site)) {
                    return Optional.of(charter.looseness(finding));
                }
            }
            return Optional.empty();
        }

        private Optional<SegmentVerdict> segment(Read read, Segment segment) {
            for (SegmentFinding finding : read.findings().segments()) {
                if (finding.segment().equals(segment)) {
                    return Optional.of(new SegmentVerdict(charter.union(finding, reading.modality()), finding.grade()));
                }
            }
            return Optional.empty();
        }
    }
}
