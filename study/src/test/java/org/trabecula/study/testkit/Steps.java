package org.trabecula.study.testkit;

import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.People.DATA_MANAGER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Quantity;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;
import org.trabecula.study.spine.Segment;

/** What people do in the stories. */
public final class Steps {
    public static final LocalDate SCREENED = LocalDate.of(2026, 1, 5);
    public static final LocalDate PLANNED = LocalDate.of(2026, 1, 8);
    public static final LocalDate INVITED = LocalDate.of(2026, 1, 9);
    public static final LocalDate CONSENTED = LocalDate.of(2026, 1, 12);
    public static final LocalDate SURGERY = LocalDate.of(2026, 1, 31);
    public static final Map<String, String> ELIGIBLE =
            Map.of("age", "67", "t_score", "-3.1", "hu", "92", "plif", "1", "earlier", "0");

    private Steps() {}

    /** Anything at all. */
    public static Step does(Actor actor, Function<World, Intent> intent) {
        return world -> world.submit(actor, intent.apply(world));
    }

    /** The calendar turns to a day. */
    public static Step itIs(LocalDate day) {
        return world -> world.turnTo(day);
    }

    public static Step screened() {
        return does(COORDINATOR, _ -> new Intent.Screen("01", SCREENED));
    }

    public static Step planned() {
        return does(
                COORDINATOR,
                world -> new Intent.Plan(
                        world.participant(), PLANNED, List.of(Segment.of("L4/L5")), CageMaterial.PEEK, "price"));
    }

    public static Step invited() {
        return does(COORDINATOR, world -> new Intent.Invite(world.participant(), INVITED));
    }

    public static Step consents() {
        return does(COORDINATOR, world -> new Intent.Consent(world.participant(), "v1", CONSENTED, "Dr Chen"));
    }

    /** Screened, found eligible and planned. */
    public static Step asked() {
        return screened().then(filled("screening", M0, ELIGIBLE)).then(planned());
    }

    /** Screened, found eligible, planned, invited and consented. */
    public static Step consented() {
        return asked().then(invited()).then(consents());
    }

    /** Operated on {@link #SURGERY} with a printed titanium cage at L4/L5. */
    public static Step operated() {
        return operated(Surgeries.with(CageMaterial.PRINTED_POROUS_TITANIUM));
    }

    public static Step operated(Surgery surgery) {
        return does(COORDINATOR, world -> new Intent.RecordSurgery(world.participant(), surgery));
    }

    /** Seen on the target day of the visit. */
    public static Step seen(Timepoint visit) {
        return seen(visit, SURGERY.plusMonths(visit.months()));
    }

    public static Step seen(Timepoint visit, LocalDate on) {
        return does(COORDINATOR, world -> new Intent.HoldVisit(world.participant(), visit, on));
    }

    public static Step missed(Timepoint visit) {
        return does(COORDINATOR, world -> new Intent.MissVisit(world.participant(), visit, "moved away"));
    }

    public static Step withdrawn() {
        return does(COORDINATOR, world -> new Intent.Withdraw(world.participant(), SURGERY.plusMonths(4), "no time"));
    }

    /** Saves a form on top of its present revision. */
    public static Step filled(String form, Timepoint visit, Map<String, String> values) {
        return filled(COORDINATOR, form, visit, values);
    }

    public static Step filled(Actor actor, String form, Timepoint visit, Map<String, String> values) {
        return world -> world.submit(
                actor,
                new Intent.SaveForm(
                        world.participant(),
                        form,
                        visit,
                        world.see(register -> register.casebook(world.participant())
                                .map(casebook -> casebook.form(form, visit).revision())
                                .orElse(0L)),
                        new TreeMap<>(values)));
    }

    /** Images of one file arrive and wait. */
    public static Step received(Modality modality) {
        return does(COORDINATOR, world -> {
            ImagingStudyId id = world.nextImages();
            return new Intent.ReceiveImages(
                    id,
                    modality,
                    List.of(new ReceivedSeries(
                            "2.25." + id.value().substring(6),
                            modality == Modality.CT ? "CT" : "DX",
                            List.of(new ReceivedInstance("2.25.1", "0".repeat(64))))));
        });
    }

    public static Step filed(Timepoint visit) {
        return does(COORDINATOR, world -> new Intent.FileImages(world.participant(), visit, world.images()));
    }

    /** Seen, a radiograph taken, and opened to the readers. */
    public static Step imaged(Timepoint visit) {
        return seen(visit).then(scanned(visit, Modality.RADIOGRAPH));
    }

    /** Images of a visit that was held arrive and are opened to the readers. */
    public static Step scanned(Timepoint visit, Modality modality) {
        return received(modality).then(filed(visit));
    }

    /** Accounts of people who read, and of somebody who remains administrator. */
    public static Step readersAre(String... users) {
        return world -> {
            if (world.see(register -> register.accounts().find("root")).isEmpty()) {
                account("root", Role.ADMINISTRATOR).take(world);
            }
            java.util.stream.Stream.of(users)
                    .forEach(user -> account(user, Role.READER).take(world));
        };
    }

    private static Step account(String user, Role role) {
        return does(
                Actor.program(),
                _ -> new Intent.OpenAccount(user, "Dr " + user, List.of(new Grant(role, Actor.EVERY_SITE))));
    }

    /** Before the first of two sheets: where some screws lie, all on the case's first image. */
    public static Step screwsPlaced(Actor reader, String... sites) {
        return does(
                reader,
                world -> new Intent.PlaceScrews(
                        world.images(),
                        false,
                        Stream.of(sites)
                                .map(site -> axis(
                                        site,
                                        world.reading().instances().getFirst().uid()))
                                .toList()));
    }

    private static Measurement axis(String site, String instance) {
        return new Measurement(
                Quantity.AXIS,
                site,
                instance,
                0,
                List.of(new ImagePoint(10, 20), new ImagePoint(60, 24)),
                List.of(),
                Optional.empty());
    }

    /** The first of two sheets: the screws, signed. */
    public static Step screwsJudged(Actor reader, Sight sight) {
        return does(
                reader,
                world -> new Intent.SignLoosening(
                        world.images(),
                        false,
                        sight.of(world.reading()).ofScrews(),
                        new Attestation(
                                new Signature(reader.user(), "I judged these screws"),
                                sight.guess().equals(Findings.NO_IDEA) ? Optional.empty() : Optional.of(3))));
    }

    public static Step read(Actor reader, Sight sight) {
        return does(reader, world -> new Intent.SubmitRead(world.images(), sight.of(world.reading())));
    }

    public static Step adjudicated(Actor adjudicator, Sight sight) {
        return does(adjudicator, world -> new Intent.Adjudicate(world.images(), sight.of(world.reading())));
    }

    /** Of the segments he says nothing. */
    public static Step screwsAdjudicated(Actor adjudicator, Sight sight) {
        return does(
                adjudicator,
                world -> new Intent.Adjudicate(
                        world.images(), sight.of(world.reading()).ofScrews()));
    }

    /** Both first readers see the same. */
    public static Step bothRead(Sight sight) {
        return read(People.BY_FIRST_READER, sight).then(read(People.BY_SECOND_READER, sight));
    }

    public static Step transcribed(TranscribedRow... rows) {
        return does(
                DATA_MANAGER,
                _ -> new Intent.Transcribe("01", "table 2", Stream.of(rows).toList()));
    }

    static BigDecimal mm(String number) {
        return new BigDecimal(number);
    }
}
