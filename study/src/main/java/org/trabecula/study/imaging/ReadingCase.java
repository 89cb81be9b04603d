package org.trabecula.study.imaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * A set of images and what has been said about it.
 *
 * @param opened whether it is there to be read
 * @param dealt who is to read it; while nobody is named, any reader may
 * @param reads the independent first reads
 * @param rereads what readers are to read, or have read, a second time
 */
public record ReadingCase(
        ImagingStudyId id,
        Modality modality,
        List<ReceivedSeries> series,
        boolean opened,
        List<ScrewSite> screws,
        List<Segment> segments,
        List<Dealt> dealt,
        List<Read> reads,
        List<Reread> rereads,
        Optional<Read> adjudication) {
    public ReadingCase {
        series = List.copyOf(series);
        screws = List.copyOf(screws);
        segments = List.copyOf(segments);
        dealt = List.copyOf(dealt);
        reads = List.copyOf(reads);
        rereads = List.copyOf(rereads);
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
                List.of(),
                List.of(),
                Optional.empty());
    }

    ReadingCase after(ImagingFact fact, long position, Instant at) {
        return switch (fact) {
            case ImagingFact.ImagingStudyReceived(var _, var more) -> with(more);
            case ImagingFact.CaseOpened(var sites, var fused) ->
                judging(sites, fused).with(true).with(reads, rereads, adjudication);
            case ImagingFact.CaseReopened(var sites, var fused) ->
                judging(sites, fused).with(true).with(List.of(), List.of(), Optional.empty());
            case ImagingFact.CaseClosed _ -> with(false);
            case ImagingFact.ImagesKept _, ImagingFact.ImagesRefiled _ -> this;
            case ImagingFact.CaseDealt(var readers) ->
                dealing(readers.stream().map(reader -> new Dealt(reader, at)).toList());
            case ImagingFact.ReaderReplaced(var reader, var by) ->
                dealing(replaced(dealt, one -> one.to(reader), _ -> new Dealt(by, at)));
            case ImagingFact.RereadDealt(var reader, var from) ->
                with(reads, and(rereads, new Reread(reader, from, Optional.empty())), adjudication);
            case ImagingFact.ReadSubmitted(var reader, var findings) ->
                with(and(reads, new Read(reader, findings, position, at, Optional.empty())), rereads, adjudication);
            case ImagingFact.ReadSigned(var reader, var findings, var signed) ->
                with(and(reads, new Read(reader, findings, position, at, Optional.of(signed))), rereads, adjudication);
            case ImagingFact.RereadSigned(var reader, var findings, var signed) ->
                reread(new Read(reader, findings, position, at, Optional.of(signed)));
            case ImagingFact.AdjudicationSubmitted(var who, var findings) ->
                with(reads, rereads, Optional.of(new Read(who, findings, position, at, Optional.empty())));
            case ImagingFact.AdjudicationSigned(var who, var findings, var signed) ->
                with(reads, rereads, Optional.of(new Read(who, findings, position, at, Optional.of(signed))));
        };
    }

    private ReadingCase with(List<ReceivedSeries> more) {
        List<ReceivedSeries> all = Stream.concat(series.stream(), more.stream()).toList();
        return new ReadingCase(id, modality, all, opened, screws, segments, dealt, reads, rereads, adjudication);
    }

    private ReadingCase with(boolean open) {
        return new ReadingCase(id, modality, series, open, screws, segments, dealt, reads, rereads, adjudication);
    }

    private ReadingCase judging(List<ScrewSite> sites, List<Segment> fused) {
        return new ReadingCase(id, modality, series, opened, sites, fused, dealt, reads, rereads, adjudication);
    }

    private ReadingCase dealing(List<Dealt> readers) {
        return new ReadingCase(id, modality, series, opened, screws, segments, readers, reads, rereads, adjudication);
    }

    private ReadingCase with(List<Read> first, List<Reread> second, Optional<Read> third) {
        return new ReadingCase(id, modality, series, opened, screws, segments, dealt, first, second, third);
    }

    private ReadingCase reread(Read read) {
        return with(
                reads,
                replaced(
                        rereads,
                        one -> one.of(read.reader()),
                        one -> new Reread(one.reader(), one.from(), Optional.of(read))),
                adjudication);
    }

    private static <T> List<T> and(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static <T> List<T> replaced(List<T> all, Predicate<T> which, UnaryOperator<T> by) {
        return all.stream().map(one -> which.test(one) ? by.apply(one) : one).toList();
    }

    public boolean readBy(String user) {
        return reads.stream().anyMatch(read -> read.by(user));
    }

    /** Whether this reader may read it first: it is dealt to him, or to nobody. */
    public boolean isFor(String user) {
        return dealt.isEmpty() || dealt.stream().anyMatch(one -> one.to(user));
    }

    /** The second read that this reader owes or has made. */
    public Optional<Reread> rereadBy(String user) {
        return rereads.stream().filter(one -> one.of(user)).findFirst();
    }

    /** Every image file of the case, in display order. */
    public List<ReceivedInstance> instances() {
        return series.stream().flatMap(one -> one.instances().stream()).toList();
    }
}
