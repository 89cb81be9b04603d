package org.trabecula.study.imaging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * A set of images and what has been said about it.
 *
 * @param opened whether it is dealt to readers
 */
public record ReadingCase(
        ImagingStudyId id,
        Modality modality,
        List<ReceivedSeries> series,
        boolean opened,
        List<ScrewSite> screws,
        List<Segment> segments,
        List<Read> reads,
        Optional<Read> adjudication,
        KnownDiameters diameters) {
    public ReadingCase {
        series = List.copyOf(series);
        screws = List.copyOf(screws);
        segments = List.copyOf(segments);
        reads = List.copyOf(reads);
    }

    static ReadingCase received(ImagingStudyId id, ImagingFact.ImagingStudyReceived fact) {
        return new ReadingCase(
                id,
                fact.modality(),
                fact.series(),
                false,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                KnownDiameters.NONE);
    }

    ReadingCase after(ImagingFact fact, long position) {
        return switch (fact) {
            case ImagingFact.ImagingStudyReceived(var _, var more) ->
                new ReadingCase(
                        id,
                        modality,
                        Stream.concat(series.stream(), more.stream()).toList(),
                        opened,
                        screws,
                        segments,
                        reads,
                        adjudication,
                        diameters);
            case ImagingFact.CaseOpened(var sites, var fused, var known) ->
                new ReadingCase(
                        id,
                        modality,
                        series,
                        true,
                        sites,
                        fused,
                        reads,
                        adjudication,
                        known.orElse(KnownDiameters.NONE));
            case ImagingFact.CaseReopened(var sites, var fused, var known) ->
                new ReadingCase(
                        id,
                        modality,
                        series,
                        true,
                        sites,
                        fused,
                        List.of(),
                        Optional.empty(),
                        known.orElse(KnownDiameters.NONE));
            case ImagingFact.CaseClosed _ ->
                new ReadingCase(id, modality, series, false, screws, segments, reads, adjudication, diameters);
            case ImagingFact.ImagesKept _, ImagingFact.ImagesRefiled _ -> this;
            case ImagingFact.ReadSubmitted(var reader, var findings) ->
                new ReadingCase(
                        id,
                        modality,
                        series,
                        opened,
                        screws,
                        segments,
                        Stream.concat(reads.stream(), Stream.of(new Read(reader, findings, position)))
                                .toList(),
                        adjudication,
                        diameters);
            case ImagingFact.AdjudicationSubmitted(var who, var findings) ->
                new ReadingCase(
                        id,
                        modality,
                        series,
                        opened,
                        screws,
                        segments,
                        reads,
                        Optional.of(new Read(who, findings, position)),
                        diameters);
        };
    }

    public boolean readBy(String user) {
        return reads.stream().anyMatch(read -> read.reader().equalsIgnoreCase(user));
    }

    /** Every image file of the case, in display order. */
    public List<ReceivedInstance> instances() {
        return series.stream().flatMap(one -> one.instances().stream()).toList();
    }
}
