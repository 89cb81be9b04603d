package org.trabecula.study.imaging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.spine.Level;

/**
 * What assistants have said about a case. It stands apart from the case, so that nothing that is settled there can know of it.
 *
 * @param proposals regions proposed to readers, in the order in which they were shown
 * @param screws the last measurement at the screws; empty as soon as the images or the construct are others
 */
public record Assisted(List<Shown> proposals, Optional<ScrewMeasurements> screws) {
    public static final Assisted NOTHING = new Assisted(List.of(), Optional.empty());

    /** A proposal that a reader was shown, and the place of that in the journal. */
    public record Shown(String reader, BoneProposal proposal, long position) {}

    public Assisted {
        proposals = List.copyOf(proposals);
    }

    Assisted after(ImagingFact fact, long position) {
        return switch (fact) {
            case ImagingFact.RegionsProposed(var reader, var proposal) ->
                new Assisted(
                        Stream.concat(proposals.stream(), Stream.of(new Shown(reader, proposal, position)))
                                .toList(),
                        screws);
            case ImagingFact.ScrewsMeasured(var measured) -> new Assisted(proposals, Optional.of(measured));
            case ImagingFact.ImagingStudyReceived _,
                    ImagingFact.ImagesReleased _,
                    ImagingFact.ImageBlanked _,
                    ImagingFact.ImagesSetAside _,
                    ImagingFact.OtherPixelsSettled _,
                    ImagingFact.CaseOpened _,
                    ImagingFact.CaseReopened _ -> new Assisted(proposals, Optional.empty());
            case ImagingFact.OtherPixelsArrived _,
                    ImagingFact.CoverageConfirmed _,
                    ImagingFact.ImagesAcceptedAnyway _,
                    ImagingFact.ImagesKept _,
                    ImagingFact.CaseClosed _,
                    ImagingFact.ImagesRefiled _,
                    ImagingFact.CaseDealt _,
                    ImagingFact.ReaderReplaced _,
                    ImagingFact.RereadDealt _,
                    ImagingFact.ScrewsPlaced _,
                    ImagingFact.LooseningSigned _,
                    ImagingFact.ReadSubmitted _,
                    ImagingFact.ReadSigned _,
                    ImagingFact.RereadSigned _,
                    ImagingFact.AdjudicationSubmitted _,
                    ImagingFact.AdjudicationSigned _ -> this;
        };
    }

    /** The proposal that a reader had before him when he closed a read: the last one for the vertebra since he closed another. */
    public Optional<BoneProposal> before(Read read, List<Read> others, Level level) {
        long since = others.stream()
                .filter(one -> one.by(read.reader()) && one.position() < read.position())
                .mapToLong(Read::position)
                .max()
                .orElse(0);
        return proposals.stream()
                .filter(one -> one.position() > since && one.position() < read.position())
                .filter(one -> read.by(one.reader()) && one.proposal().level() == level)
                .map(Shown::proposal)
                .reduce((_, last) -> last);
    }
}
