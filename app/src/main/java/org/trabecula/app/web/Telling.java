package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.study.form.FormFact;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.implant.ImplantFact;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.SiteFact;
import org.trabecula.study.visit.VisitFact;

/** Puts facts into words: of what they speak, and which values they give it. */
record Telling(Phrases phrases) {

    /** A value with its name, by which an earlier one is found, and its label, which people read. */
    record Value(String name, String label, String text) {}

    /**
     * A fact in words.
     *
     * @param subject of what the fact speaks within its stream; a later fact about the same subject changes it
     * @param whole whether what is not among the values is gone; otherwise it stays as it was
     */
    record Told(String title, String subject, boolean whole, List<Value> values) {
        Told {
            values = List.copyOf(values);
        }
    }

    private Words words() {
        return phrases.words();
    }

    Told tell(Fact fact) {
        return switch (fact) {
            case ParticipantFact one -> participant(one);
            case ImplantFact one -> implant(one);
            case VisitFact one -> visit(one);
            case FormFact.FormSaved one -> form(one);
            case SafetyFact one -> safety(one);
            case ImagingFact one -> imaging(one);
            case SiteFact one -> site(one);
            default -> single(fact, title(fact), List.of());
        };
    }

    private String title(Fact fact, Object... arguments) {
        return words().say("fact." + fact.getClass().getSimpleName(), arguments);
    }

    private Value value(String key, Object text) {
        return new Value(key, words().say("value." + key), text.toString());
    }

    /** Facts whose kind is their subject: said again, they replace what was said. */
    private static Told whole(Fact fact, String title, List<Value> values) {
        return new Told(title, fact.getClass().getSimpleName(), true, values);
    }

    /** Facts that stand for themselves: a later one of the same kind adds to them and replaces nothing. */
    private static Told single(Fact fact, String title, List<Value> values) {
        return new Told(title, fact.toString(), true, values);
    }

    private Told participant(ParticipantFact fact) {
        return whole(
                fact,
                title(fact),
                switch (fact) {
                    case ParticipantFact.ParticipantScreened one ->
                        List.of(value("site", phrases.site(one.site())), value("on", one.on()));
                    case ParticipantFact.SurgicalPlanRecorded one ->
                        List.of(
                                value("on", one.on()),
                                value("segments", list(one.segments())),
                                value("cage", words().name(one.cage())),
                                value("reason-for-cage", one.reasonForCage()));
                    case ParticipantFact.ParticipantInvited one -> List.of(value("on", one.on()));
                    case ParticipantFact.ConsentGiven one ->
                        List.of(
                                value("version", one.version()),
                                value("on", one.on()),
                                value("obtained-by", one.obtainedBy()));
                    case ParticipantFact.ConsentDeclined one -> List.of(value("on", one.on()));
                    case ParticipantFact.DeclineEnteredInError _, ParticipantFact.WithdrawalEnteredInError _ ->
                        List.of();
                    case ParticipantFact.ParticipantWithdrawn one ->
                        List.of(value("on", one.on()), value("why", one.why()));
                    case ParticipantFact.IdentityRecorded one ->
                        List.of(value(
                                "fields",
                                one.fields().stream()
                                        .map(phrases::identityField)
                                        .collect(Collectors.joining(", "))));
                    case ParticipantFact.IdentityViewed _ -> List.of();
                    case ParticipantFact.ParticipantTranscribed one ->
                        List.of(
                                value("site", phrases.site(one.site())),
                                value(
                                        "arm",
                                        phrases.protocol()
                                                .arm(one.arm())
                                                .map(arm -> words().text(arm.label()))
                                                .orElse(one.arm())),
                                value("source", one.source()));
                });
    }

    private Told implant(ImplantFact fact) {
        List<Value> values = switch (fact) {
            case ImplantFact.SurgeryPerformed one -> new SurgeryTelling(words()).values(one.surgery());
            case ImplantFact.SurgeryCorrected one -> new SurgeryTelling(words()).values(one.surgery());
        };
        return new Told(title(fact), "surgery", true, values);
    }

    private Told visit(VisitFact fact) {
        return switch (fact) {
            case VisitFact.VisitHeld one -> attendance(fact, one.visit(), value("held", one.on()));
            case VisitFact.VisitMissed one -> attendance(fact, one.visit(), value("missed", one.why()));
            case VisitFact.ImagesFiled one ->
                new Told(
                        title(fact, phrases.visit(one.visit())),
                        "images " + one.images().id(),
                        true,
                        List.of(value("images", one.images().id()), value("modality", modality(one.modality()))));
            case VisitFact.ImagesTakenBack one ->
                new Told(
                        title(fact, phrases.visit(one.visit())),
                        "images " + one.images().id(),
                        true,
                        List.of());
            case VisitFact.OutcomesTranscribed one ->
                new Told(
                        title(fact, phrases.visit(one.visit())),
                        "outcomes " + one.visit(),
                        true,
                        outcomes(TranscriptLine.of(one.visit(), one.outcomes(), words())));
        };
    }

    private Told attendance(Fact fact, Timepoint visit, Value value) {
        return new Told(title(fact, phrases.visit(visit)), "visit " + visit, true, List.of(value));
    }

    private String modality(String name) {
        return Arrays.stream(org.trabecula.study.imaging.Modality.values())
                .filter(modality -> modality.name().equals(name))
                .findFirst()
                .<String>map(words()::name)
                .orElse(name);
    }

    private List<Value> outcomes(TranscriptLine line) {
        List<Value> values = new ArrayList<>();
        values.add(value("fused", line.fusion()));
        values.add(value("grade", line.grade()));
        values.add(value("loose", line.loosening()));
        values.add(value("screws-loose", line.screws()));
        values.add(value("odi", line.odi()));
        values.add(value("vas-back", line.vasBack()));
        values.add(value("vas-leg", line.vasLeg()));
        return values;
    }

    private Told form(FormFact.FormSaved fact) {
        Optional<FormDefinition> form = phrases.protocol().form(fact.form());
        String name = form.map(one -> words().text(one.title())).orElse(fact.form());
        List<String> order =
                form.map(one -> one.items().stream().map(Item::name).toList()).orElse(List.of());
        List<Value> values = fact.changes().entrySet().stream()
                .sorted(Comparator.comparingInt(change -> place(change.getKey(), order)))
                .map(change -> {
                    Optional<Item> item = form.flatMap(one -> one.item(change.getKey()));
                    return new Value(
                            change.getKey(),
                            item.map(one -> words().text(one.label())).orElse(change.getKey()),
                            item.map(one -> ItemWords.value(one, change.getValue(), words()))
                                    .orElse(change.getValue()));
                })
                .toList();
        return new Told(
                title(fact, name, phrases.visit(fact.visit())),
                "form " + fact.form() + " " + fact.visit(),
                false,
                values);
    }

    /** Where an item stands on its form; what the form no longer has comes last. */
    private static int place(String item, List<String> order) {
        int place = order.indexOf(item);
        return place < 0 ? order.size() : place;
    }

    private Told safety(SafetyFact fact) {
        return single(
                fact,
                title(fact),
                switch (fact) {
                    case SafetyFact.AdverseEventReported one -> List.of(value("event", phrases.safety(one)));
                    case SafetyFact.DeviceDeficiencyReported one -> List.of(value("event", phrases.safety(one)));
                    case SafetyFact.AdverseEventCorrected one ->
                        List.of(value("report", one.report()), value("event", phrases.safety(one.now())));
                    case SafetyFact.DeviceDeficiencyCorrected one ->
                        List.of(value("report", one.report()), value("event", phrases.safety(one.now())));
                    case SafetyFact.ReoperationReported one -> List.of(value("event", phrases.safety(one)));
                    case SafetyFact.DeathReported one -> List.of(value("event", phrases.safety(one)));
                    case SafetyFact.ReoperationCorrected one ->
                        List.of(value("report", one.report()), value("event", phrases.safety(one.now())));
                    case SafetyFact.DeathCorrected one ->
                        List.of(value("report", one.report()), value("event", phrases.safety(one.now())));
                    case SafetyFact.ReoperationRuledOut one -> List.of(value("report", one.event()));
                    case SafetyFact.ReportEnteredInError one -> List.of(value("report", one.report()));
                });
    }

    private Told site(SiteFact fact) {
        return switch (fact) {
            case SiteFact.ProtocolAdopted one ->
                whole(fact, title(fact), List.of(value("name", one.name()), value("version", one.version())));
            case SiteFact.AccountOpened one ->
                account(
                        fact,
                        one.user(),
                        value("user", one.user()),
                        value("full-name", one.fullName()),
                        value("roles", roles(one.grants())));
            case SiteFact.GrantsChanged one ->
                account(fact, one.user(), value("user", one.user()), value("roles", roles(one.grants())));
            case SiteFact.AccountClosed(var user) -> account(fact, user, value("user", user));
            case SiteFact.SignedIn(var user) -> account(fact, user, value("user", user));
            case SiteFact.SignInRefused one -> account(fact, one.user(), value("user", one.user()));
            case SiteFact.SecretChosen(var user) -> account(fact, user, value("user", user));
            case SiteFact.SecretReset(var user) -> account(fact, user, value("user", user));
        };
    }

    private Told account(SiteFact fact, String user, Value... values) {
        return new Told(title(fact), "account " + user, false, List.of(values));
    }

    private String roles(List<Grant> grants) {
        return grants.stream()
                .map(grant -> words().name(grant.role())
                        + (grant.site().equals(Actor.EVERY_SITE) ? "" : " · " + grant.site()))
                .collect(Collectors.joining(", "));
    }

    /** What a fact says beyond what the audit trail tells of it: a read's findings. */
    List<Value> detail(Fact fact) {
        return switch (fact) {
            case ImagingFact.ReadSubmitted one -> new FindingsTelling(phrases).values(one.findings());
            case ImagingFact.AdjudicationSubmitted one -> new FindingsTelling(phrases).values(one.findings());
            case ImagingFact.LooseningSigned one ->
                new FindingsTelling(phrases).values(one.findings(), one.attestation());
            case ImagingFact.ReadSigned one -> new FindingsTelling(phrases).values(one.findings(), one.attestation());
            case ImagingFact.RereadSigned one -> new FindingsTelling(phrases).values(one.findings(), one.attestation());
            case ImagingFact.AdjudicationSigned one ->
                new FindingsTelling(phrases).values(one.findings(), one.attestation());
            default -> List.of();
        };
    }

    /** Of a read only that it was made: what readers found is shown where results are, with what it was settled to. */
    private Told imaging(ImagingFact fact) {
        return single(
                fact,
                title(fact),
                switch (fact) {
                    case ImagingFact.ImagingStudyReceived one ->
                        List.of(
                                value("modality", words().name(one.modality())),
                                value(
                                        "files",
                                        one.series().stream()
                                                .mapToInt(series ->
                                                        series.instances().size())
                                                .sum()));
                    case ImagingFact.ImagesReleased one ->
                        List.of(value("files", one.uids().size()));
                    case ImagingFact.ImageBlanked one ->
                        List.of(
                                value(
                                        "blanked",
                                        one.boxes().stream()
                                                .map(Object::toString)
                                                .collect(Collectors.joining("; "))),
                                value("sha256", one.sha256()));
                    case ImagingFact.ImagesSetAside one ->
                        List.of(value("files", one.uids().size()));
                    case ImagingFact.OtherPixelsArrived one ->
                        List.of(value("sha256", one.newcomer().sha256()));
                    case ImagingFact.OtherPixelsSettled one ->
                        List.of(
                                value("kept", words().say(one.newcomer() ? "twice.newcomer" : "twice.first")),
                                value("sha256", one.sha256()));
                    case ImagingFact.CaseOpened one ->
                        List.of(value("screws", list(one.screws())), value("segments", list(one.segments())));
                    case ImagingFact.CaseReopened one ->
                        List.of(value("screws", list(one.screws())), value("segments", list(one.segments())));
                    case ImagingFact.ImagesKept _,
                            ImagingFact.CaseClosed _,
                            ImagingFact.ImagesRefiled _,
                            ImagingFact.CoverageConfirmed _,
                            ImagingFact.ImagesAcceptedAnyway _ -> List.of();
                    case ImagingFact.CaseDealt one -> List.of(value("readers", list(one.readers())));
                    case ImagingFact.ReaderReplaced one ->
                        List.of(value("reader", one.reader()), value("replacedBy", one.by()));
                    case ImagingFact.RereadDealt one ->
                        List.of(value("reader", one.reader()), value("from", one.from()));
                    case ImagingFact.ScrewsPlaced one ->
                        List.of(
                                value("reader", one.reader()),
                                value("measured", one.axes().size()));
                    case ImagingFact.LooseningSigned one -> List.of(value("reader", one.reader()));
                    case ImagingFact.ReadSubmitted one -> List.of(value("reader", one.reader()));
                    case ImagingFact.ReadSigned one -> List.of(value("reader", one.reader()));
                    case ImagingFact.RereadSigned one -> List.of(value("reader", one.reader()));
                    case ImagingFact.RegionsProposed one ->
                        List.of(
                                value("reader", one.reader()),
                                value("vertebra", one.proposal().level()),
                                value("rule", one.proposal().rule()));
                    case ImagingFact.ScrewsMeasured one ->
                        List.of(
                                value("screws-found", one.measured().screws().size()),
                                value("rule", one.measured().rule()));
                    case ImagingFact.AdjudicationSubmitted one -> List.of(value("reader", one.adjudicator()));
                    case ImagingFact.AdjudicationSigned one -> List.of(value("reader", one.adjudicator()));
                });
    }

    private static String list(List<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
