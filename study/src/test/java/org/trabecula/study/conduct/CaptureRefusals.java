package org.trabecula.study.conduct;

import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.People.INVESTIGATOR;
import static org.trabecula.study.testkit.Steps.ELIGIBLE;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.screened;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.testkit.Step;

/** Everything that is refused when a form is saved. */
final class CaptureRefusals {
    private static final Step SEX = baseline("sex", "1");

    private CaptureRefusals() {}

    static List<Refusal> all() {
        return List.of(
                Refusal.of(
                        Rule.UNKNOWN_FORM,
                        "",
                        "a form that the protocol does not have",
                        filled("diary", M0, Map.of("a", "1")),
                        consented()),
                Refusal.of(
                        Rule.FORM_NOT_AT_VISIT,
                        "",
                        "the baseline form at month 6",
                        filled("baseline", M6, Map.of("sex", "1")),
                        consented()),
                Refusal.of(
                        Rule.FORM_NOT_AT_VISIT,
                        "",
                        "screening anew at month 6",
                        filled("screening", M6, ELIGIBLE),
                        screened()),
                Refusal.of(
                        Rule.VISIT_BEFORE_DATA,
                        "",
                        "outcomes of a visit that was not held",
                        filled("outcome", M6, Map.of("odi", "20")),
                        consented(),
                        operated()),
                Refusal.of(
                        Rule.FORM_CHANGED_MEANWHILE,
                        "",
                        "the second of two who opened the same form",
                        does(
                                INVESTIGATOR,
                                w -> new Intent.SaveForm(
                                        w.participant(), "baseline", M0, 0, new TreeMap<>(Map.of("sex", "2")))),
                        consented(),
                        SEX),
                Refusal.of(
                        Rule.BASELINE_AFTER_SURGERY,
                        "reason",
                        "a baseline written down after the surgery without why",
                        SEX,
                        consented(),
                        operated()),
                Refusal.of(Rule.NOTHING_CHANGED, "", "saved as it was", SEX, consented(), SEX),
                Refusal.of(
                        Rule.REASON_REQUIRED,
                        "reason",
                        "corrected without why",
                        baseline("sex", "2"),
                        consented(),
                        SEX),
                Refusal.of(
                        Rule.REASON_REQUIRED, "reason", "cleared without why", baseline("sex", ""), consented(), SEX),
                Refusal.of(
                        Rule.REASON_REQUIRED,
                        "reason",
                        "filled again after clearing without why",
                        SEX,
                        consented(),
                        SEX,
                        baseline("sex", "").because("wrong chart")),
                wrong(Rule.UNKNOWN_ITEM, "shoe_size", "43"),
                wrong(Rule.ITEM_CALCULATED, "heading", "text"),
                wrong(Rule.ITEM_HIDDEN, "cigarettes", "20"),
                wrong(Rule.NOT_A_WHOLE_NUMBER, "cigarettes", "1.5"),
                wrong(Rule.NOT_A_NUMBER, "weight", "heavy"),
                wrong(Rule.NOT_A_DATE, "diagnosed", "2026-02-30"),
                wrong(Rule.DATE_IN_FUTURE, "diagnosed", "2031-02-03"),
                wrong(Rule.NOT_A_CHOICE, "sex", "3"),
                wrong(Rule.NOT_A_CHOICE, "smoker", "yes"),
                wrong(Rule.NOT_A_CHOICE, "illness", "diabetes,gout"),
                wrong(Rule.TOO_LOW, "weight", "19.9"),
                wrong(Rule.TOO_HIGH, "weight", "250.1"),
                wrong(Rule.TOO_LONG, "remark", "x".repeat(501)),
                wrong(Rule.CONTROL_CHARACTER, "remark", "be\u0007ll"),
                Refusal.of(
                        Rule.EDIT_CHECK,
                        "height",
                        "height typed in metres",
                        filled("baseline", M0, Map.of("height", "1.68", "weight", "70")),
                        consented()),
                Refusal.of(
                        Rule.KEY_REUSED,
                        "",
                        "the same key with other content",
                        baseline("sex", "2").once("save-1"),
                        consented(),
                        SEX.once("save-1")),
                Refusal.of(
                        Rule.KEY_REUSED,
                        "",
                        "the same key by somebody else",
                        filled(INVESTIGATOR, "baseline", M0, Map.of("sex", "1")).once("save-1"),
                        consented(),
                        SEX.once("save-1")));
    }

    private static Step baseline(String item, String value) {
        return filled(COORDINATOR, "baseline", M0, Map.of(item, value));
    }

    private static Refusal wrong(Rule rule, String item, String value) {
        String shown = value.length() > 20 ? value.length() + " characters" : value.strip();
        return Refusal.of(rule, item, item + " = " + shown, baseline(item, value), consented());
    }
}
