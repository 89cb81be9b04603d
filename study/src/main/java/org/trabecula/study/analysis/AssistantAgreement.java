package org.trabecula.study.analysis;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.trabecula.statistics.agreement.BlandAltman;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.Assisted;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.MeasuredScrew.MeasuredZone;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReadingRoom;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.ScrewMeasurements;
import org.trabecula.study.imaging.Uptake;
import org.trabecula.study.journal.Head;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;

/**
 * How far readers and assistants agree: at screws, where the readers did not know what the assistant measures, and in vertebrae, where they
 * saw its proposal first. Each first read counts by itself; units of one participant count as independent.
 *
 * @param read CT cases with a first read
 * @param measured those of them in which the assistant measured at the screws
 * @param unassigned screws of those in whose place the assistant found none that it could name
 */
public record AssistantAgreement(
        MadeFrom cut, int read, int measured, int unassigned, List<ScrewPair> screws, List<BonePair> bone) {
    public AssistantAgreement {
        screws = List.copyOf(screws);
        bone = List.copyOf(bone);
    }

    /**
     * A screw as a reader and the assistant measured it, mm; 0 where one saw no zone.
     *
     * @param position of the read in the journal
     * @param limit the narrowest zone that the assistant would have told from none
     */
    public record ScrewPair(
            ImagingStudyId images,
            ScrewSite site,
            long position,
            BigDecimal reader,
            BigDecimal assistant,
            BigDecimal limit) {
        boolean readerSaw() {
            return reader.signum() > 0;
        }

        boolean assistantSaw() {
            return assistant.signum() > 0;
        }
    }

    /**
     * A vertebra for which regions were proposed, HU.
     *
     * @param reader what the reader measured; empty when he left it
     */
    public record BonePair(
            ImagingStudyId images,
            Level level,
            long position,
            Optional<BigDecimal> reader,
            BigDecimal proposed,
            Uptake uptake) {}

    /** How many screws had a zone by whom. */
    public record Seen(long neither, long readerAlone, long assistantAlone, long both) {}

    /** Computes all of it from the study at a position. */
    public static AssistantAgreement of(Register register, Protocol protocol, Head head) {
        ReadingRoom room = register.readingRoom();
        List<ReadingCase> cases = read(room).toList();
        List<ReadingCase> measured = cases.stream()
                .filter(one -> room.assisted(one.id()).screws().isPresent())
                .toList();
        return new AssistantAgreement(
                new MadeFrom(head, protocol.version()),
                cases.size(),
                measured.size(),
                measured.stream()
                        .mapToInt(one ->
                                unassigned(one, room.assisted(one.id()).screws().orElseThrow()))
                        .sum(),
                measured.stream()
                        .flatMap(one ->
                                screws(one, room.assisted(one.id()).screws().orElseThrow()))
                        .toList(),
                cases.stream()
                        .flatMap(one -> bone(one, room.assisted(one.id())))
                        .toList());
    }

    /** CT cases with a first read at whose screws nothing is measured yet. */
    public static List<ReadingCase> unmeasured(Register register) {
        ReadingRoom room = register.readingRoom();
        return read(room)
                .filter(one -> room.assisted(one.id()).screws().isEmpty())
                .toList();
    }

    private static Stream<ReadingCase> read(ReadingRoom room) {
        return room.all()
                .filter(one -> one.opened()
                        && one.modality() == Modality.CT
                        && !one.reads().isEmpty())
                .sorted(Comparator.comparing(ReadingCase::id));
    }

    private static int unassigned(ReadingCase reading, ScrewMeasurements found) {
        return (int) reading.screws().stream()
                .filter(site -> found.at(site).isEmpty())
                .count();
    }

    private static Stream<ScrewPair> screws(ReadingCase reading, ScrewMeasurements found) {
        return reading.reads().stream()
                .flatMap(read -> read.findings().screws().stream()
                        .filter(ScrewFinding::assessable)
                        .flatMap(finding -> pair(reading, read, finding, found).stream()));
    }

    private static Optional<ScrewPair> pair(
            ReadingCase reading, Read read, ScrewFinding finding, ScrewMeasurements found) {
        Optional<MeasuredZone> zone = found.at(finding.site()).flatMap(screw -> screw.zone());
        return zone.flatMap(one -> finding.lucencyMm()
                .map(mm -> new ScrewPair(
                        reading.id(), finding.site(), read.position(), mm, one.widthMm(), one.detectionLimitMm())));
    }

    private static Stream<BonePair> bone(ReadingCase reading, Assisted assisted) {
        return reading.reads().stream()
                .flatMap(read -> Stream.of(Level.values())
                        .flatMap(level -> assisted.before(read, reading.reads(), level).stream())
                        .map(proposal -> new BonePair(
                                reading.id(),
                                proposal.level(),
                                read.position(),
                                measured(read, proposal.level()),
                                proposal.mean(),
                                Uptake.of(proposal, read))));
    }

    private static Optional<BigDecimal> measured(Read read, Level level) {
        return read.findings().hounsfield().stream()
                .flatMap(hounsfield -> hounsfield.vertebrae().stream())
                .filter(vertebra -> vertebra.level() == level)
                .flatMap(vertebra -> vertebra.mean().stream())
                .findFirst();
    }

    public Seen seen() {
        return new Seen(
                count(pair -> !pair.readerSaw() && !pair.assistantSaw()),
                count(pair -> pair.readerSaw() && !pair.assistantSaw()),
                count(pair -> !pair.readerSaw() && pair.assistantSaw()),
                count(pair -> pair.readerSaw() && pair.assistantSaw()));
    }

    private long count(Predicate<ScrewPair> which) {
        return screws.stream().filter(which).count();
    }

    public long count(Uptake uptake) {
        return bone.stream().filter(pair -> pair.uptake() == uptake).count();
    }

    /** Reader less assistant, mm, where both saw a zone: no width is known of what one of them did not see. */
    public Outcome<BlandAltman> widths() {
        List<ScrewPair> both = bothSaw();
        return BlandAltman.of(
                both.stream().mapToDouble(pair -> pair.reader().doubleValue()).toArray(),
                both.stream()
                        .mapToDouble(pair -> pair.assistant().doubleValue())
                        .toArray());
    }

    public List<ScrewPair> bothSaw() {
        return screws.stream()
                .filter(pair -> pair.readerSaw() && pair.assistantSaw())
                .toList();
    }

    /** Reader less proposal, HU, of the vertebrae that the reader measured: all, or those alone that he measured elsewhere. */
    public Outcome<BlandAltman> hounsfield(boolean changedAlone) {
        List<BonePair> taken = measuredBone(changedAlone);
        return BlandAltman.of(
                taken.stream()
                        .mapToDouble(pair -> pair.reader().orElseThrow().doubleValue())
                        .toArray(),
                taken.stream()
                        .mapToDouble(pair -> pair.proposed().doubleValue())
                        .toArray());
    }

    public List<BonePair> measuredBone(boolean changedAlone) {
        return bone.stream()
                .filter(pair -> pair.reader().isPresent())
                .filter(pair -> !changedAlone || pair.uptake() == Uptake.CHANGED)
                .toList();
    }
}
