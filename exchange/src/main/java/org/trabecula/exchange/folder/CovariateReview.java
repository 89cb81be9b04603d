package org.trabecula.exchange.folder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.study.protocol.Choice;
import org.trabecula.study.protocol.Covariate;
import org.trabecula.study.protocol.Covariate.Kind;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.ItemType;
import org.trabecula.study.protocol.Protocol;

/**
 * Holds the covariates of an analysis plan against the forms. A covariate is known before the outcome can be: its form is
 * filled in before surgery and never after it, and none of its items is an outcome.
 */
final class CovariateReview {
    private static final Set<ItemType> NUMBERS = Set.of(ItemType.INTEGER, ItemType.NUMBER, ItemType.CALCULATED);
    private static final Set<ItemType> CHOSEN = Set.of(ItemType.RADIO, ItemType.DROPDOWN, ItemType.YES_NO);
    /** A logistic model wants so many participants of the smaller arm for each term. */
    private static final int PARTICIPANTS_A_TERM = 8;

    private final AnalysisText text;
    private final Protocol protocol;
    private final Findings findings;

    CovariateReview(AnalysisText text, Protocol protocol, Findings findings) {
        this.text = text;
        this.protocol = protocol;
        this.findings = findings;
    }

    void look() {
        text.covariates().forEach(placed -> {
            Covariate covariate = placed.value();
            switch (covariate.source()) {
                case Covariate.FromForm source -> form(covariate, source, placed.place());
                case Covariate.FromSurgery(var characteristic) -> {
                    if (characteristic.kind() != covariate.kind()) {
                        findings.error(
                                placed.place(),
                                "covariate-kind",
                                "'" + characteristic.id() + "' of the surgery is "
                                        + characteristic.kind().id() + ", not "
                                        + covariate.kind().id() + ".");
                    }
                }
            }
        });
        size();
    }

    private void form(Covariate covariate, Covariate.FromForm source, Place place) {
        Optional<FormDefinition> form = protocol.form(source.form());
        if (form.isEmpty()) {
            findings.error(place, "unknown-form", "There is no form '" + source.form() + "'.");
            return;
        }
        if (protocol.followUps().stream().anyMatch(visit -> visit.forms().contains(source.form()))) {
            findings.error(
                    place,
                    "covariate-after-surgery",
                    "The form '" + source.form() + "' is filled in after surgery too; a covariate is known before it.");
        }
        if (source.items().isEmpty() || (source.items().size() > 1 && covariate.kind() != Kind.BINARY)) {
            findings.error(
                    place, "covariate-kind", "'items' names one item; several only where one that says yes is enough.");
        }
        source.items()
                .forEach(name -> form.get()
                        .item(name)
                        .ifPresentOrElse(
                                item -> item(covariate, source, item, place),
                                () -> findings.error(
                                        place,
                                        "unknown-field",
                                        "The form '" + source.form() + "' has no field [" + name + "].")));
    }

    private void item(Covariate covariate, Covariate.FromForm source, Item item, Place place) {
        if (protocol.endpoints().scores().stream()
                .anyMatch(score ->
                        score.form().equals(source.form()) && score.item().equals(item.name()))) {
            findings.error(
                    place, "covariate-outcome", "[" + item.name() + "] is an outcome; it cannot explain the choice.");
        }
        boolean fits = switch (covariate.kind()) {
            case CONTINUOUS -> NUMBERS.contains(item.type());
            case BINARY, CATEGORICAL -> CHOSEN.contains(item.type());
        };
        if (!fits) {
            findings.error(
                    place,
                    "covariate-kind",
                    "[" + item.name() + "] is no "
                            + (covariate.kind() == Kind.CONTINUOUS ? "number." : "choice of one answer."));
            return;
        }
        codes(covariate, source, item, place);
    }

    private void codes(Covariate covariate, Covariate.FromForm source, Item item, Place place) {
        Set<String> codes = item.choices().stream().map(Choice::code).collect(Collectors.toSet());
        if (covariate.kind() == Kind.BINARY && source.yes().isEmpty()) {
            findings.error(place, "covariate-kind", "'yes' names the answers of [" + item.name() + "] that say yes.");
        } else if (covariate.kind() != Kind.BINARY && !source.yes().isEmpty()) {
            findings.error(place, "covariate-kind", "Only a binary covariate has answers that say yes.");
        }
        source.yes().stream()
                .filter(code -> covariate.kind() == Kind.BINARY && !codes.contains(code))
                .forEach(code -> findings.error(
                        place, "unknown-value", "[" + item.name() + "] has no answer with the code " + code + "."));
    }

    private void size() {
        int terms = text.plan().model().stream().mapToInt(this::terms).sum();
        int arm = protocol.planned() / Math.max(1, protocol.arms().size());
        if (terms * PARTICIPANTS_A_TERM > arm) {
            findings.warning(
                    text.model(),
                    "too-many-terms",
                    "The propensity model has " + terms + " terms, and about " + arm
                            + " participants are planned for an arm: more than one term for each "
                            + PARTICIPANTS_A_TERM + " of them.");
        }
    }

    /** At least so many: how many surgeons there will be, no form says. */
    private int terms(Covariate covariate) {
        int own = covariate.kind() == Kind.CATEGORICAL && covariate.source() instanceof Covariate.FromForm source
                ? Math.max(1, choices(source) - 1)
                : 1;
        return own + (covariate.missing() == Covariate.Missing.INDICATOR ? 1 : 0);
    }

    private int choices(Covariate.FromForm source) {
        return source.items().stream()
                .flatMap(name -> protocol.form(source.form()).flatMap(form -> form.item(name)).stream())
                .map(Item::choices)
                .mapToInt(List::size)
                .sum();
    }
}
