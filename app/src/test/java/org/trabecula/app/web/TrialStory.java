package org.trabecula.app.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trabecula.exchange.folder.Reading;
import org.trabecula.exchange.folder.StudyFolder;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.ImplantFact;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.SiteDefinition;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** The reference study at two sites, told through the Desk on days that the story sets; its journal is a list. */
final class TrialStory {
    static final Actor COORDINATOR = new Actor("lin", Role.COORDINATOR.name(), "01");
    private static final Segment L4_L5 = Segment.of("L4/L5");

    private final StoryClock clock = new StoryClock();
    private final Protocol protocol;
    private final ListJournal journal;
    private final Desk desk;

    TrialStory() throws IOException {
        if (!(StudyFolder.load(Path.of("..", "studies", "3dcop")) instanceof Reading.Readable(var read, var _))) {
            throw new IllegalStateException("The reference study cannot be read");
        }
        protocol = withSecondSite(read);
        journal = new ListJournal();
        desk = new Desk(protocol, journal, clock);
        account("admin", "Ada Admin", Role.ADMINISTRATOR);
        account("lin", "Lin Yue", Role.COORDINATOR);
        account("mona", "Mona Monitor", Role.MONITOR);
        record(
                Actor.program(),
                new Intent.OpenAccount("otto", "Otto Other", List.of(new Grant(Role.COORDINATOR, "02"))),
                "");
        record(
                Actor.program(),
                new Intent.OpenAccount(
                        "tara",
                        "Tara Two",
                        List.of(new Grant(Role.COORDINATOR, "01"), new Grant(Role.COORDINATOR, "02"))),
                "");
        account("nora", "Nora Nurse", Role.COORDINATOR);
        record(
                Actor.program(),
                new Intent.OpenAccount(
                        "bo", "Bo Both", List.of(new Grant(Role.COORDINATOR, "02"), new Grant(Role.STATISTICIAN, "*"))),
                "");
        account("rex", "Rex Reader", Role.READER);
        account("rita", "Rita Reader", Role.READER);
    }

    private static Protocol withSecondSite(Protocol p) {
        SiteDefinition second = new SiteDefinition("02", Text.same("Second Hospital"), ZoneId.of("Asia/Shanghai"));
        return new Protocol(
                p.id(),
                p.version(),
                p.title(),
                p.registration(),
                p.planned(),
                p.arms(),
                Stream.concat(p.sites().stream(), Stream.of(second)).toList(),
                p.visits(),
                p.consentVersions(),
                p.eligibility(),
                p.forms(),
                p.checks(),
                p.charter(),
                p.endpoints());
    }

    Desk desk() {
        return desk;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        journal.replay(0, entries::add);
        return entries;
    }

    Protocol protocol() {
        return protocol;
    }

    Clock clock() {
        return clock;
    }

    TrialStory on(String day) {
        clock.now = LocalDate.parse(day).atTime(4, 0).toInstant(ZoneOffset.UTC);
        return this;
    }

    private void account(String user, String name, Role role) {
        record(Actor.program(), new Intent.OpenAccount(user, name, List.of(new Grant(role, "*"))), "");
    }

    Answer.Recorded record(Actor actor, Intent intent, String reason) {
        return switch (desk.submit(Request.of(actor, intent).because(reason))) {
            case Answer.Recorded recorded -> recorded;
            case Answer.Refused(var objections) -> throw new IllegalStateException(intent + ": " + objections);
        };
    }

    void record(Intent intent) {
        record(COORDINATOR, intent, "");
    }

    LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    ParticipantId screened() {
        return new ParticipantId(record(COORDINATOR, new Intent.Screen("01", today()), "").entries().getFirst().stream()
                .id());
    }

    void form(ParticipantId id, String form, String visit, Map<String, String> values, String reason) {
        Timepoint at = Timepoint.of(visit);
        long seen = desk.view(
                register -> register.casebook(id).orElseThrow().form(form, at).revision());
        record(COORDINATOR, new Intent.SaveForm(id, form, at, seen, new TreeMap<>(values)), reason);
    }

    ParticipantId eligible() {
        ParticipantId id = screened();
        form(
                id,
                "screening",
                "m0",
                Map.of(
                        "scr_age", "67",
                        "scr_t_lumbar", "-2.9",
                        "scr_plif", "1",
                        "scr_prior_surgery", "0",
                        "scr_infection", "0",
                        "scr_tumour", "0",
                        "scr_pregnant", "0"),
                "");
        return id;
    }

    ParticipantId planned() {
        ParticipantId id = eligible();
        record(new Intent.Plan(id, today(), List.of(L4_L5), CageMaterial.PEEK, "Surgeon's custom"));
        return id;
    }

    ParticipantId consented() {
        ParticipantId id = planned();
        record(new Intent.Invite(id, today()));
        record(new Intent.Consent(id, "1.0", today(), "Dr Wang"));
        return id;
    }

    ParticipantId operated(CageMaterial... cages) {
        ParticipantId id = consented();
        record(new Intent.RecordSurgery(id, surgery(today(), "6.5", cages)));
        return id;
    }

    static Surgery surgery(LocalDate on, String diameter, CageMaterial... cages) {
        List<Screw> screws = Stream.of("L4-left", "L4-right", "L5-left", "L5-right")
                .map(site -> new Screw(
                        ScrewSite.of(site),
                        new BigDecimal(site.equals("L4-left") ? diameter : "6.5"),
                        new BigDecimal("45"),
                        false,
                        false))
                .toList();
        return new Surgery(
                on,
                "S1",
                List.of(L4_L5),
                screws,
                Stream.of(cages).map(TrialStory::cage).toList());
    }

    private static Cage cage(CageMaterial material) {
        return new Cage(
                L4_L5, material, "Maker", "Model", "LOT-7", "", "26x10", Optional.of(BigDecimal.TEN), Optional.empty());
    }

    /** So many operated participants at once, each with a cage that belongs to no arm: the longest rows that lists show. */
    void crowd(int size) {
        Surgery surgery = surgery(today().minusMonths(6), "6.5", CageMaterial.TITANIUM_COATED_PEEK);
        for (int number = 1; number <= size; number++) {
            StreamId stream = new ParticipantId("3DCOP-01-" + (100_000 + number)).stream();
            journal.append(List.of(
                    draft(stream, 0, new ParticipantFact.ParticipantScreened("01", surgery.on())),
                    draft(stream, 1, new ImplantFact.SurgeryPerformed(surgery))));
        }
    }

    private Draft draft(StreamId stream, long version, Fact fact) {
        return new Draft(stream, version, clock.instant(), COORDINATOR, Optional.empty(), Optional.empty(), fact);
    }

    void held(ParticipantId id, String visit) {
        record(new Intent.HoldVisit(id, Timepoint.of(visit), today()));
    }

    /** A radiograph that both readers call grade III, so that the charter calls for a CT. */
    ImagingStudyId unclearRadiograph(ParticipantId id, String visit, String handle) {
        ImagingStudyId images = new ImagingStudyId(handle);
        record(new Intent.ReceiveImages(images, Modality.RADIOGRAPH, List.of()));
        record(new Intent.FileImages(id, Timepoint.of(visit), images));
        read(images, "rex");
        read(images, "rita");
        return images;
    }

    private void read(ImagingStudyId images, String reader) {
        List<ScrewFinding> screws = Stream.of("L4-left", "L4-right", "L5-left", "L5-right")
                .map(site -> new ScrewFinding(ScrewSite.of(site), true, Optional.of(BigDecimal.ZERO), false, false))
                .toList();
        SegmentFinding segment = new SegmentFinding(
                L4_L5,
                Optional.of(FusionGrade.III),
                Optional.of(new BigDecimal("4")),
                Optional.empty(),
                Optional.empty());
        Actor who = new Actor(reader, Role.READER.name(), "*");
        Findings findings = new Findings("1.1", screws, List.of(segment), Findings.NO_IDEA, "");
        Attestation signed = new Attestation(new Signature(reader, "Judged"), Optional.empty());
        record(who, new Intent.SignLoosening(images, false, findings.ofScrews(), signed), "");
        record(who, new Intent.SubmitRead(images, findings), "");
    }

    /** A clock that stands where the story puts it. */
    private static final class StoryClock extends Clock {
        private volatile Instant now = Instant.parse("2026-01-05T04:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
