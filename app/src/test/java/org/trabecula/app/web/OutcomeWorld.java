package org.trabecula.app.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trabecula.app.Installation;
import org.trabecula.app.MemoryJournal;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.store.Stores;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Register;
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
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;
import org.trabecula.study.site.SiteFact;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.visit.VisitFact;

/**
 * A served study of thirty-two participants, each seen at six months. Before surgery everything is the same in every such world;
 * what readers saw and how participants felt afterwards is the world's own.
 */
final class OutcomeWorld implements AutoCloseable {
    static final String SECRET = "nobody looks ahead of it";
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final Timepoint M6 = new Timepoint(6);
    private static final Segment L4_L5 = Segment.of("L4/L5");
    private static final List<ScrewSite> SITES = Stream.of("L4-left", "L4-right", "L5-left", "L5-right")
            .map(ScrewSite::of)
            .toList();
    private static final int PEOPLE = 32;

    /** What came after surgery: whether a participant, by number, is loose, fused, and how disabled. */
    interface Fate {
        boolean loose(int number);

        boolean fused(int number);

        int odi(int number);
    }

    private final MovableClock clock = new MovableClock(TODAY);
    private final MemoryJournal journal = new MemoryJournal();
    private final Map<StreamId, Long> versions = new HashMap<>();
    private final Protocol protocol;
    private final Installation installation;
    private final WebProgram.Running pages;

    OutcomeWorld(Path home, Protocol protocol, Fate fate) throws IOException {
        this.protocol = protocol;
        Files.createDirectories(home);
        Stores stores = Stores.open(home, Optional.empty(), clock);
        account("fischer", new Grant(Role.STATISTICIAN, Actor.EVERY_SITE));
        account("bo", new Grant(Role.STATISTICIAN, Actor.EVERY_SITE), new Grant(Role.COORDINATOR, Actor.EVERY_SITE));
        account("dubois", new Grant(Role.DATA_MANAGER, Actor.EVERY_SITE));
        account("wang", new Grant(Role.INVESTIGATOR, Actor.EVERY_SITE));
        for (int number = 0; number < PEOPLE; number++) {
            follow(number, fate);
        }
        installation = new Installation(
                home, stores, ImageArchive.open(home), protocol, new Desk(protocol, journal, clock), clock, false);
        for (String user : List.of("fischer", "bo", "dubois", "wang")) {
            String link = stores.credentials().newLink(Optional.of(user), Duration.ofHours(1));
            stores.credentials().choose(link, user, SECRET);
        }
        pages = WebProgram.start(installation, "127.0.0.1", 0);
    }

    WebProgram.Running pages() {
        return pages;
    }

    Crawl signedIn(String user) throws IOException, InterruptedException {
        return new Crawl(pages.port()).signIn(user, SECRET);
    }

    /** The same for somebody who presses buttons one by one. */
    Colleague colleague(String user) throws IOException, InterruptedException {
        return new Colleague(pages.port()).signIn(user, SECRET);
    }

    private void account(String user, Grant... grants) {
        tell(Register.STUDY, new SiteFact.AccountOpened(user, "Full " + user, List.of(grants)));
    }

    private void follow(int number, Fate fate) {
        StreamId stream = new ParticipantId("3DCOP-01-%03d".formatted(number + 1)).stream();
        LocalDate surgery = FIRST.plusDays(9L * number);
        tell(stream, new ParticipantFact.ParticipantScreened("01", surgery.minusDays(30)));
        tell(stream, new ParticipantFact.ConsentGiven("1.0", surgery.minusDays(9), "Dr Wang"));
        tell(stream, form("baseline", Timepoint.BASELINE, baseline(number)));
        tell(stream, new ImplantFact.SurgeryPerformed(surgery(number, surgery)));
        tell(stream, new VisitFact.VisitHeld(M6, surgery.plusMonths(6)));
        tell(stream, form("odi", M6, odi(fate.odi(number))));
        ImagingStudyId images = new ImagingStudyId("images%04d".formatted(number));
        tell(
                images.stream(),
                new ImagingFact.ImagingStudyReceived(
                        Modality.RADIOGRAPH,
                        List.of(new ReceivedSeries(
                                "2.25." + number, "DX", List.of(new ReceivedInstance("2.25.1", "0".repeat(64)))))));
        tell(stream, new VisitFact.ImagesFiled(M6, images.stream(), Modality.RADIOGRAPH.name()));
        tell(images.stream(), new ImagingFact.CaseOpened(SITES, List.of(L4_L5)));
        for (String reader : List.of("ito", "silva")) {
            tell(images.stream(), new ImagingFact.ReadSubmitted(reader, findings(number, fate)));
        }
    }

    private FormFact form(String form, Timepoint visit, Map<String, String> values) {
        return new FormFact.FormSaved(form, visit, protocol.version(), new TreeMap<>(values));
    }

    private static Map<String, String> baseline(int number) {
        return Map.of(
                "age", String.valueOf(56 + (7 * number) % 23),
                "sex", number % 4 == 0 ? "2" : "1",
                "weight", String.valueOf(52 + (5 * number) % 29),
                "height", String.valueOf(150 + number % 20),
                "hu_l1", String.valueOf(60 + (11 * number) % 50),
                "smoking", number % 5 == 0 ? "2" : "0",
                "diabetes", number % 6 == 0 ? "1" : "0");
    }

    /** Ten sections that add up to twice the percentage's tenth. */
    private static Map<String, String> odi(int points) {
        Map<String, String> sections = new HashMap<>();
        for (int section = 1; section <= 10; section++) {
            sections.put("odi_" + section, String.valueOf(section <= points ? 3 : 1));
        }
        return sections;
    }

    private Surgery surgery(int number, LocalDate on) {
        List<Screw> screws = SITES.stream()
                .map(site -> new Screw(site, new BigDecimal("6.5"), new BigDecimal("45"), false, false))
                .toList();
        boolean metal = (number * 5) % 8 < 4;
        Cage cage = new Cage(
                L4_L5,
                metal ? CageMaterial.PRINTED_POROUS_TITANIUM : CageMaterial.PEEK,
                "Acme",
                "Model",
                "LOT",
                "",
                "26x10",
                Optional.of(BigDecimal.TEN),
                Optional.empty());
        return new Surgery(on, number % 3 == 0 ? "S1" : "S2", List.of(L4_L5), screws, List.of(cage));
    }

    private Findings findings(int number, Fate fate) {
        List<ScrewFinding> screws = SITES.stream()
                .map(site -> new ScrewFinding(
                        site,
                        true,
                        Optional.of(new BigDecimal(fate.loose(number) ? "1.6" : "0")),
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        SegmentFinding segment = new SegmentFinding(
                L4_L5,
                Optional.of(fate.fused(number) ? FusionGrade.I : FusionGrade.IV),
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.ZERO));
        return new Findings(protocol.charter().version(), screws, List.of(segment), Findings.NO_IDEA, "");
    }

    private void tell(StreamId stream, Fact fact) {
        long version = versions.merge(stream, 1L, Long::sum) - 1;
        journal.append(List.of(new Draft(
                stream, version, clock.instant(), Actor.program(), Optional.empty(), Optional.empty(), fact)));
    }

    @Override
    public void close() {
        pages.close();
        installation.close();
    }
}
