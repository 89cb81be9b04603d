package org.trabecula.study.imaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * A set of images and what has been said about it.
 *
 * @param cased whether they became a case to be read; it is dealt once none of its images waits
 * @param diameters of the screws where they are known, to measure by
 */
public record ReadingCase(
        ImagingStudyId id,
        Modality modality,
        Images images,
        boolean cased,
        List<ScrewSite> screws,
        List<Segment> segments,
        KnownDiameters diameters,
        Judgements judgements) {
    public ReadingCase {
        screws = List.copyOf(screws);
        segments = List.copyOf(segments);
    }

    static ReadingCase received(ImagingStudyId id, ImagingFact.ImagingStudyReceived fact) {
        return new ReadingCase(
                id,
                fact.modality(),
                Images.of(fact.series()),
                false,
                List.of(),
                List.of(),
                KnownDiameters.NONE,
                Judgements.NONE);
    }

    ReadingCase after(ImagingFact fact, long position, Instant at) {
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
            case ImagingFact.CaseOpened(var sites, var fused, var known) -> judging(sites, fused, known, judgements);
            case ImagingFact.CaseReopened(var sites, var fused, var known) ->
                judging(sites, fused, known, judgements.anew());
            case ImagingFact.CaseClosed _ -> closed();
            case ImagingFact.ImagesKept _, ImagingFact.ImagesRefiled _ -> this;
            // What assistants say is no part of the case; the room keeps it apart.
            case ImagingFact.RegionsProposed _, ImagingFact.ScrewsMeasured _ -> this;
            case ImagingFact.CaseDealt(var readers) -> with(judgements.deal(readers, at));
            case ImagingFact.ReaderReplaced(var reader, var by) -> with(judgements.replace(reader, by, at));
            case ImagingFact.RereadDealt(var reader, var from) ->
                with(judgements.dealAgain(new Reread(reader, from, Optional.empty())));
            case ImagingFact.ScrewsPlaced(var reader, var again, var axes) ->
                with(judgements.begin(reader, again, begun -> begun.placing(axes)));
            case ImagingFact.LooseningSigned(var reader, var again, var findings, var signed) ->
                with(judgements.begin(
                        reader,
                        again,
                        begun -> begun.signing(new Read(reader, findings, position, at, Optional.of(signed)))));
            case ImagingFact.ReadSubmitted(var reader, var findings) ->
                with(judgements.read(new Read(reader, findings, position, at, Optional.empty())));
            case ImagingFact.ReadSigned(var reader, var findings, var signed) ->
                with(judgements.read(new Read(reader, findings, position, at, Optional.of(signed))));
            case ImagingFact.RereadSigned(var reader, var findings, var signed) ->
                with(judgements.reread(new Read(reader, findings, position, at, Optional.of(signed))));
            case ImagingFact.AdjudicationSubmitted(var who, var findings) ->
                with(judgements.adjudicated(new Read(who, findings, position, at, Optional.empty())));
            case ImagingFact.AdjudicationSigned(var who, var findings, var signed) ->
                with(judgements.adjudicated(new Read(who, findings, position, at, Optional.of(signed))));
        };
    }

    private ReadingCase with(Images others) {
        return new ReadingCase(id, modality, others, cased, screws, segments, diameters, judgements);
    }

    private ReadingCase with(Judgements others) {
        return new ReadingCase(id, modality, images, cased, screws, segments, diameters, others);
    }

    private ReadingCase judging(
            List<ScrewSite> sites, List<Segment> fused, Optional<KnownDiameters> known, Judgements said) {
        return new ReadingCase(id, modality, images, true, sites, fused, known.orElse(KnownDiameters.NONE), said);
    }

    private ReadingCase closed() {
        return new ReadingCase(id, modality, images, false, screws, segments, diameters, judgements);
    }

    /** Whether it is a case whose images readers may see: none of them waits for a person to look at the pixels. */
    public boolean opened() {
        return cased && images.ready();
    }

    public List<Dealt> dealt() {
        return judgements.dealt();
    }

    public List<Read> reads() {
        return judgements.reads();
    }

    public List<Reread> rereads() {
        return judgements.rereads();
    }

    public Optional<Read> adjudication() {
        return judgements.adjudication();
    }

    public boolean readBy(String user) {
        return reads().stream().anyMatch(read -> read.by(user));
    }

    /** Whether this reader may read it first: it is dealt to him, or to nobody. */
    public boolean isFor(String user) {
        return dealt().isEmpty() || dealt().stream().anyMatch(one -> one.to(user));
    }

    /** The second read that this reader owes or has made. */
    public Optional<Reread> rereadBy(String user) {
        return rereads().stream().filter(one -> one.of(user)).findFirst();
    }

    /** What a reader has done so far of a read in two sheets. */
    public Optional<Begun> begunBy(String user, boolean again) {
        return judgements.begun().stream().filter(one -> one.of(user, again)).findFirst();
    }

    /** Whether anybody has judged anything on these images. */
    public boolean judged() {
        return !reads().isEmpty()
                || judgements.begun().stream().anyMatch(one -> one.loosening().isPresent());
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
