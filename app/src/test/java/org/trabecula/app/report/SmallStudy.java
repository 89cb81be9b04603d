package org.trabecula.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.trabecula.app.MemoryJournal;
import org.trabecula.exchange.folder.Reading;
import org.trabecula.exchange.folder.StudyFolder;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.form.FormFact;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.ImplantFact;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.visit.VisitFact;

/** The reference study in memory with a few participants of one's own making. */
final class SmallStudy {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final Segment L4_L5 = Segment.of("L4/L5");
    private static final List<ScrewSite> SITES = Stream.of("L4-left", "L4-right", "L5-left", "L5-right")
            .map(ScrewSite::of)
            .toList();

    private final MemoryJournal journal = new MemoryJournal();
    private final Map<StreamId, Long> versions = new HashMap<>();
    private final Protocol protocol = reference();
    private final Clock clock = Clock.fixed(Instant.parse("2027-06-01T08:00:00Z"), ZoneOffset.UTC);
    private int people;
    private int images;

    private static Protocol reference() {
        try {
            return ((Reading.Readable) StudyFolder.load(Path.of("..", "studies", "3dcop"))).protocol();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody operated on, whose covariates follow from the number, or are the same for all. */
    ParticipantId operated(boolean titanium, boolean alike) {
        int number = people++;
        ParticipantId id = new ParticipantId("3DCOP-01-%03d".formatted(number + 1));
        LocalDate day = alike ? FIRST : FIRST.plusDays(9L * number);
        tell(id.stream(), new ParticipantFact.ParticipantScreened("01", day.minusDays(30)));
        tell(id.stream(), new ParticipantFact.ConsentGiven("1.0", day.minusDays(9), "Dr Wang"));
        tell(
                id.stream(),
                new FormFact.FormSaved(
                        "baseline",
                        Timepoint.BASELINE,
                        protocol.version(),
                        new TreeMap<>(Map.of("age", alike ? "60" : "" + (56 + 7 * number % 23), "sex", "1"))));
        List<Screw> screws = SITES.stream()
                .map(site -> new Screw(site, new BigDecimal("6.5"), new BigDecimal("45"), false, false))
                .toList();
        Cage cage = new Cage(
                L4_L5,
                titanium ? CageMaterial.PRINTED_POROUS_TITANIUM : CageMaterial.PEEK,
                "Acme",
                "Model",
                "LOT",
                "",
                "26x10",
                Optional.of(BigDecimal.TEN),
                Optional.empty());
        tell(
                id.stream(),
                new ImplantFact.SurgeryPerformed(new Surgery(
                        day, alike || number % 3 == 0 ? "S1" : "S2", List.of(L4_L5), screws, List.of(cage))));
        return id;
    }

    /** Seen so many months after surgery and read by two who agree. */
    void seen(ParticipantId id, int months, boolean fused, boolean loose) {
        int number = Integer.parseInt(id.value().substring(9)) - 1;
        Timepoint visit = new Timepoint(months);
        tell(
                id.stream(),
                new VisitFact.VisitHeld(visit, FIRST.plusDays(9L * number).plusMonths(months)));
        ImagingStudyId own = new ImagingStudyId("images%04d".formatted(images++));
        ReceivedSeries series =
                new ReceivedSeries("2.25." + images, "DX", List.of(new ReceivedInstance("2.25.1", "0".repeat(64))));
        tell(own.stream(), new ImagingFact.ImagingStudyReceived(Modality.RADIOGRAPH, List.of(series)));
        tell(id.stream(), new VisitFact.ImagesFiled(visit, own.stream(), Modality.RADIOGRAPH.name()));
        tell(own.stream(), new ImagingFact.CaseOpened(SITES, List.of(L4_L5)));
        for (String reader : List.of("ito", "silva")) {
            tell(own.stream(), new ImagingFact.ReadSubmitted(reader, findings(fused, loose)));
        }
    }

    private Findings findings(boolean fused, boolean loose) {
        List<ScrewFinding> screws = SITES.stream()
                .map(site -> new ScrewFinding(
                        site,
                        true,
                        Optional.of(new BigDecimal(loose ? "1.6" : "0")),
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        SegmentFinding segment = new SegmentFinding(
                L4_L5,
                Optional.of(fused ? FusionGrade.I : FusionGrade.IV),
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.ZERO));
        return new Findings(protocol.charter().version(), screws, List.of(segment), Findings.NO_IDEA, "");
    }

    ReportFolder report(Locale language) {
        long end = journal.entries().size();
        return new Reporting(language, "", Reporting.chineseFont())
                .of(
                        new Desk(protocol, journal, clock).asOf(end),
                        protocol,
                        journal.headAt(end),
                        true,
                        true,
                        UnaryOperator.identity());
    }

    private void tell(StreamId stream, Fact fact) {
        long version = versions.merge(stream, 1L, Long::sum) - 1;
        journal.append(List.of(new Draft(
                stream, version, clock.instant(), Actor.program(), Optional.empty(), Optional.empty(), fact)));
    }
}
