package org.trabecula.study.imaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
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

        Court(ReadingCase reading, Charter charter) {
            this.reading = reading;
            this.charter = charter;
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
            List<V> said = reading.reads().stream()
                    .map(verdict)
                    .flatMap(Optional::stream)
                    .toList();
            boolean agreed = said.size() == reading.reads().size()
                    && said.stream().allMatch(one -> same.test(said.getFirst(), one));
            if (agreed) {
                standing.put(place, new Settled<>(said.stream().reduce(merge).orElseThrow(), false, readPositions()));
            } else {
                disputed.add(place.toString());
                reading.adjudication()
                        .flatMap(verdict)
                        .ifPresent(v -> standing.put(place, new Settled<>(v, true, allPositions())));
            }
            return agreed;
        }

        private void collectUnclear(Segment segment, boolean agreed) {
            Set<Unclear.Cause> seen = causes(reading.reads(), segment);
            Set<Unclear.Cause> standing = new TreeSet<>(seen);
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
            return reads.stream()
                    .flatMap(read -> read.findings().segments().stream())
                    .filter(finding -> finding.segment().equals(segment))
                    .flatMap(finding -> charter.unclear(finding).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private Optional<Looseness> screw(Read read, ScrewSite site) {
            return read.findings().screws().stream()
                    .filter(finding -> finding.site().equals(site))
                    .findFirst()
                    .map(charter::looseness);
        }

        private Optional<SegmentVerdict> segment(Read read, Segment segment) {
            return read.findings().segments().stream()
                    .filter(finding -> finding.segment().equals(segment))
                    .findFirst()
                    .map(finding -> new SegmentVerdict(charter.union(finding, reading.modality()), finding.grade()));
        }

        private List<Long> readPositions() {
            return reading.reads().stream().map(Read::position).toList();
        }

        private List<Long> allPositions() {
            List<Long> all = new ArrayList<>(readPositions());
            reading.adjudication().ifPresent(read -> all.add(read.position()));
            return all;
        }
    }
}
