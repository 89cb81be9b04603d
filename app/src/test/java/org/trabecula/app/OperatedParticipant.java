package org.trabecula.app;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.trabecula.exchange.folder.Reading;
import org.trabecula.exchange.folder.StudyFolder;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Register;
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
import org.trabecula.study.protocol.ReadingCharter;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;
import org.trabecula.study.site.SiteFact;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.visit.VisitFact;

/** The reference study with one participant who was operated on at L4/L5 and seen at month 6, and its staff. */
public record OperatedParticipant(MemoryJournal journal, Protocol protocol, Desk desk, Clock clock) {
    public static final ParticipantId ID = new ParticipantId("3DCOP-01-001");
    public static final ParticipantId SCREENED_ONLY = new ParticipantId("3DCOP-01-002");
    public static final Timepoint MONTH_6 = new Timepoint(6);
    private static final LocalDate SURGERY = LocalDate.of(2025, 3, 10);

    public static OperatedParticipant standing() throws IOException {
        return standing(UnaryOperator.identity());
    }

    /** The same under another charter. */
    public static OperatedParticipant standing(UnaryOperator<ReadingCharter> other) throws IOException {
        MemoryJournal journal = new MemoryJournal();
        Clock clock = Clock.fixed(Instant.parse("2025-09-20T08:00:00Z"), ZoneOffset.UTC);
        if (!(StudyFolder.load(Path.of("../studies/3dcop")) instanceof Reading.Readable(var read, var _))) {
            throw new IllegalStateException("The reference study cannot be read");
        }
        Protocol protocol = read.with(other.apply(read.charter()));
        String site = protocol.sites().getFirst().id();
        Told told = new Told(journal, clock.instant(), new HashMap<>());
        Stream.of(Role.values())
                .forEach(role ->
                        told.tell(Register.STUDY, account(role.name().toLowerCase(java.util.Locale.ROOT), role, site)));
        told.tell(Register.STUDY, account("reader-two", Role.READER, Actor.EVERY_SITE));
        told.tell(ID.stream(), new ParticipantFact.ParticipantScreened(site, SURGERY.minusDays(20)));
        told.tell(ID.stream(), new ParticipantFact.ConsentGiven("1.0", SURGERY.minusDays(10), "investigator"));
        told.tell(ID.stream(), new ImplantFact.SurgeryPerformed(surgery()));
        told.tell(ID.stream(), new VisitFact.VisitHeld(MONTH_6, SURGERY.plusMonths(6)));
        told.tell(SCREENED_ONLY.stream(), new ParticipantFact.ParticipantScreened(site, SURGERY));
        return new OperatedParticipant(journal, protocol, new Desk(protocol, journal, clock), clock);
    }

    private static SiteFact account(String user, Role role, String site) {
        return new SiteFact.AccountOpened(
                user, "Full " + user, List.of(new Grant(role, role.masked() ? Actor.EVERY_SITE : site)));
    }

    private static Surgery surgery() {
        List<Screw> screws = Stream.of("L4-left", "L4-right", "L5-left", "L5-right")
                .map(site -> new Screw(ScrewSite.of(site), new BigDecimal("6.5"), new BigDecimal("45"), false, false))
                .toList();
        Cage cage = new Cage(
                Segment.of("L4/L5"),
                CageMaterial.PRINTED_POROUS_TITANIUM,
                "Maker",
                "Model",
                "LOT-1",
                "",
                "26x10",
                Optional.of(new BigDecimal("11")),
                Optional.empty());
        return new Surgery(SURGERY, "S1", List.of(Segment.of("L4/L5")), screws, List.of(cage));
    }

    private record Told(MemoryJournal journal, Instant at, Map<StreamId, Long> versions) {
        void tell(StreamId stream, Fact fact) {
            long version = versions.merge(stream, 1L, Long::sum) - 1;
            journal.append(
                    List.of(new Draft(stream, version, at, Actor.program(), Optional.empty(), Optional.empty(), fact)));
        }
    }
}
