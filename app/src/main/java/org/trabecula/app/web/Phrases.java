package org.trabecula.app.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trabecula.study.conduct.Allocation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.imaging.Unclear;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.ProtocolDeviation;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.visit.VisitStatus;

/** How the pages put the study's own things into words. */
public record Phrases(Words words, Protocol protocol) {

    /** The arm, or why there is none, in a few words. */
    String arm(Allocation allocation, Standing standing) {
        return switch (allocation) {
            case Allocation.Assigned(var arm) -> words.text(arm.label());
            case Allocation.Awaited _ -> words.say(standing.closed() ? "arm.none" : "arm.awaited");
            case Allocation.NoStudyCage _ -> words.say("arm.no-study-cage");
            case Allocation.MixedCages _ -> words.say("arm.mixed-cages");
            case Allocation.ForeignCage _ -> words.say("arm.foreign-cage");
        };
    }

    /** From what the arm follows, as a sentence. */
    String armBecause(Allocation allocation, Casebook casebook, Standing standing) {
        if (casebook.membership().transcribed().isPresent()) {
            return words.say("arm.because.transcribed");
        }
        String lowest =
                casebook.surgery().map(surgery -> surgery.lowest().toString()).orElse("");
        return switch (allocation) {
            case Allocation.Assigned _ -> words.say("arm.because.cage", lowest);
            case Allocation.Awaited _ -> words.say(standing.closed() ? "arm.because.none" : "arm.because.awaited");
            case Allocation.NoStudyCage _ -> words.say("arm.because.no-study-cage", lowest);
            case Allocation.MixedCages(var materials) ->
                words.say(
                        "arm.because.mixed-cages",
                        lowest,
                        materials.stream().sorted().map(words::name).collect(Collectors.joining(", ")));
            case Allocation.ForeignCage(var material) ->
                words.say("arm.because.foreign-cage", lowest, words.name(material));
        };
    }

    public String deviation(ProtocolDeviation deviation) {
        return words.deviation(
                deviation.rule(),
                deviation.arguments().stream()
                        .map(argument -> switch (deviation.rule()) {
                            case "enrolled-not-eligible" -> criteria(argument);
                            case "baseline-after-surgery" -> form(argument);
                            default -> argument(argument);
                        })
                        .toList());
    }

    private String criteria(String codes) {
        return Arrays.stream(codes.split(", ", -1))
                .map(code -> protocol.eligibility().stream()
                        .filter(criterion -> criterion.id().equals(code))
                        .findFirst()
                        .map(criterion -> words.text(criterion.label()))
                        .orElse(code))
                .collect(Collectors.joining("; "));
    }

    private String form(String id) {
        return protocol.form(id).map(form -> words.text(form.title())).orElse(id);
    }

    /** Visits and cage materials stand in a deviation by their codes. */
    private String argument(String code) {
        if (Timepoint.valid(code)) {
            return visit(Timepoint.of(code));
        }
        return Arrays.stream(code.split(", ", -1)).map(this::material).collect(Collectors.joining(", "));
    }

    private String material(String code) {
        return Arrays.stream(CageMaterial.values())
                .filter(material -> material.name().equals(code))
                .findFirst()
                .<String>map(words::name)
                .orElse(code);
    }

    String visit(Timepoint at) {
        return protocol.visit(at)
                .map(PlannedVisit::name)
                .map(words::text)
                .orElseGet(() -> words.say("visit.months", at.months()));
    }

    /** A part of an identity by its name. */
    String identityField(String field) {
        return words.say("identity." + (field.equals("recordNumber") ? "record" : field));
    }

    /** A site by its name; by its code where the protocol does not know it. */
    String site(String id) {
        return protocol.site(id).map(site -> words.text(site.name())).orElse(id);
    }

    /** Why a radiograph was unclear, segment by segment. */
    List<String> unclear(List<Unclear> reasons) {
        return reasons.stream()
                .collect(Collectors.groupingBy(
                        Unclear::segment,
                        java.util.TreeMap::new,
                        Collectors.mapping(reason -> cause(reason.cause()), Collectors.joining("; "))))
                .entrySet()
                .stream()
                .map(segment -> segment.getKey() + ": " + segment.getValue())
                .toList();
    }

    private String cause(Unclear.Cause cause) {
        return words.say("unclear." + cause.name().toLowerCase(Locale.ROOT));
    }

    /** An event in one line. */
    String safety(SafetyFact.Report event) {
        return switch (event) {
            case SafetyFact.AdverseEventReported adverse ->
                adverse.onset() + " · " + adverse.description()
                        + (adverse.serious() ? " · " + words.say("safety.serious") : "");
            case SafetyFact.DeviceDeficiencyReported deficiency ->
                deficiency.noticed() + " · " + deficiency.device() + ": " + deficiency.description();
            case SafetyFact.ReoperationReported again ->
                again.on() + " · " + words.say("safety.reoperation") + " · " + new SequelTelling(words).line(again);
            case SafetyFact.DeathReported death ->
                death.on() + " · " + words.say("safety.death") + " · " + death.description();
        };
    }

    /** How the tag of a visit is coloured. */
    static String tone(VisitStatus status) {
        return switch (status) {
            case UPCOMING -> "";
            case OPEN -> "open";
            case DUE, OUT_OF_WINDOW -> "warn";
            case OVERDUE, MISSED, BEFORE_SURGERY -> "bad";
            case HELD -> "good";
        };
    }
}
