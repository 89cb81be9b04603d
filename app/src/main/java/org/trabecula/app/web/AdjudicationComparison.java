package org.trabecula.app.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Lots;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * The first reads side by side, screw by screw and segment by segment. Who is reader 1 the lots decide for each case anew, so that
 * nobody can be followed from case to case.
 *
 * @param comments what the readers wrote, in the same order; empty texts where they wrote nothing
 */
record AdjudicationComparison(List<Row> rows, List<String> comments) {

    /**
     * One screw or segment.
     *
     * @param place of its field on the sheet
     * @param site of a screw; empty for a segment
     * @param said by each reader
     */
    record Row(
            String place,
            String name,
            Optional<ScrewSite> site,
            boolean disputed,
            List<AdjudicationDispute.Said> said) {}

    /** @param seen of each reader what the adjudicator may see */
    static AdjudicationComparison of(
            ReadTask task, List<Read> seen, List<String> disputed, String adjudicator, Lots lots) {
        ReadingCase reading = task.reading();
        List<Findings> reads = seen.stream()
                .sorted(Comparator.comparing((Read read) -> lots.word(
                        "side",
                        adjudicator.toLowerCase(Locale.ROOT),
                        reading.id().value(),
                        read.reader().toLowerCase(Locale.ROOT))))
                .map(Read::findings)
                .toList();
        Stream<Row> screws = reading.screws().stream()
                .map(site -> row(
                        "screw." + site,
                        site.toString(),
                        Optional.of(site),
                        disputed,
                        reads.stream().map(read -> screw(read, site)).toList()));
        Stream<Row> segments = reading.segments().stream()
                .filter(_ -> task.sheet().asksSegments())
                .map(segment -> row(
                        "segment." + segment,
                        segment.toString(),
                        Optional.empty(),
                        disputed,
                        reads.stream().map(read -> segment(read, segment)).toList()));
        return new AdjudicationComparison(
                Stream.concat(screws, segments).toList(),
                reads.stream().map(Findings::comment).toList());
    }

    public boolean commented() {
        return comments.stream().anyMatch(comment -> !comment.isBlank());
    }

    public int readers() {
        return comments.size();
    }

    private static Row row(
            String place,
            String name,
            Optional<ScrewSite> site,
            List<String> disputed,
            List<Optional<AdjudicationDispute.Said>> said) {
        return new Row(
                place,
                name,
                site,
                disputed.contains(name),
                said.stream()
                        .map(one -> one.orElseGet(() -> new AdjudicationDispute.Said(List.of())))
                        .toList());
    }

    private static Optional<AdjudicationDispute.Said> screw(Findings findings, ScrewSite site) {
        return findings.screws().stream()
                .filter(one -> one.site().equals(site))
                .findFirst()
                .map(AdjudicationDispute::said);
    }

    private static Optional<AdjudicationDispute.Said> segment(Findings findings, Segment segment) {
        return findings.segments().stream()
                .filter(one -> one.segment().equals(segment))
                .findFirst()
                .map(one -> AdjudicationDispute.said(one, findings.measurements()));
    }
}
