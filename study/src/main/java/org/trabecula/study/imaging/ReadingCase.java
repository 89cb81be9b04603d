package org.trabecula.study.imaging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * A set of images and what has been said about it.
 *
 * @param cased whether they became a case to be read; it is dealt once none of its images waits
 */
public record ReadingCase(
        ImagingStudyId id,
        Modality modality,
        Images images,
        boolean cased,
        List<ScrewSite> screws,
        List<Segment> segments,
        List<Read> reads,
        Optional<Read> adjudication) {
    public ReadingCase {
        screws = List.copyOf(screws);
        segments = List.copyOf(segments);
        reads = List.copyOf(reads);
    }

    static ReadingCase received(ImagingStudyId id, ImagingFact.ImagingStudyReceived fact) {
        return new ReadingCase(
                id,
                fact.modality(),
                Images.of(fact.series()),
                false,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    ReadingCase after(ImagingFact fact, long position) {
        return switch (fact) {
            case ImagingFact.ImagingStudyReceived(var _, var more) -> with(images.and(more));
            case ImagingFact.ImagesReleased(var uids) -> with(images.decide(uids, new Images.Decided.Released()));
            case ImagingFact.ImageBlanked(var uid, var sha256, var boxes) ->
                with(images.decide(List.of(uid), new Images.Decided.Blanked(sha256, boxes)));
            case ImagingFact.ImagesSetAside(var uids) -> with(images.decide(uids, new Images.Decided.SetAside()));
            case ImagingFact.OtherPixelsArrived(var newcomer) -> with(images.dispute(newcomer));
            case ImagingFact.OtherPixelsSettled(var uid, var sha256, var newcomer) ->
                with(images.settle(uid, sha256, newcomer));
            case ImagingFact.CoverageConfirmed _ -> with(images.confirmCoverage());
            case ImagingFact.ImagesAcceptedAnyway _ -> with(images.acceptAnyway());
            case ImagingFact.CaseOpened(var sites, var fused) ->
                new ReadingCase(id, modality, images, true, sites, fused, reads, adjudication);
            case ImagingFact.CaseReopened(var sites, var fused) ->
                new ReadingCase(id, modality, images, true, sites, fused, List.of(), Optional.empty());
            case ImagingFact.CaseClosed _ ->
                new ReadingCase(id, modality, images, false, screws, segments, reads, adjudication);
            case ImagingFact.ImagesKept _, ImagingFact.ImagesRefiled _ -> this;
            case ImagingFact.ReadSubmitted(var reader, var findings) ->
                new ReadingCase(
                        id,
                        modality,
                        images,
                        cased,
                        screws,
                        segments,
                        Stream.concat(reads.stream(), Stream.of(new Read(reader, findings, position)))
                                .toList(),
                        adjudication);
            case ImagingFact.AdjudicationSubmitted(var who, var findings) ->
                new ReadingCase(
                        id,
                        modality,
                        images,
                        cased,
                        screws,
                        segments,
                        reads,
                        Optional.of(new Read(who, findings, position)));
        };
    }

    private ReadingCase with(Images others) {
        return new ReadingCase(id, modality, others, cased, screws, segments, reads, adjudication);
    }

    /** Whether it is a case whose images readers may see: none of them waits for a person to look at the pixels. */
    public boolean opened() {
        return cased && images.ready();
    }

    public boolean readBy(String user) {
        return reads.stream().anyMatch(read -> read.reader().equalsIgnoreCase(user));
    }

    /** The series that may be seen, without what waits, was set aside, or told too much before it was blanked. */
    public List<ReceivedSeries> series() {
        return images.shown();
    }

    /** Every image file of {@link #series}, in display order. */
    public List<ReceivedInstance> instances() {
        return series().stream().flatMap(one -> one.instances().stream()).toList();
    }
}
