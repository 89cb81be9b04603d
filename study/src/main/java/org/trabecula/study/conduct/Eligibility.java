package org.trabecula.study.conduct;

import java.util.List;
import org.trabecula.study.form.FormAnswers;
import org.trabecula.study.form.FormRecord;
import org.trabecula.study.protocol.Answers;
import org.trabecula.study.protocol.Criterion;
import org.trabecula.study.protocol.Logic;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Text;

/** Whether a person may take part, item by item, computed from the screening form by the protocol's own rules. */
public record Eligibility(List<Finding> findings) {

    /** One criterion and what the answers say about it. */
    public record Finding(Criterion criterion, Logic.Verdict verdict) {}

    public Eligibility {
        findings = List.copyOf(findings);
    }

    public static Eligibility of(Casebook casebook, Protocol protocol) {
        FormRecord screening = casebook.form(Admission.SCREENING_FORM, Admission.SCREENING_AT);
        Answers answers = protocol.form(Admission.SCREENING_FORM)
                .<Answers>map(form -> new FormAnswers(form, screening))
                .orElse(screening);
        return new Eligibility(protocol.eligibility().stream()
                .map(criterion -> new Finding(criterion, criterion.statement().verdict(answers)))
                .toList());
    }

    public boolean eligible() {
        return findings.stream().allMatch(finding -> finding.verdict() == Logic.Verdict.HOLDS);
    }

    /** The criteria that are not met. */
    List<Criterion> unmet() {
        return findings.stream()
                .filter(finding -> finding.verdict() == Logic.Verdict.FAILS)
                .map(Finding::criterion)
                .toList();
    }

    /** The labels of the criteria that are not met. */
    List<Text> failed() {
        return labels(Logic.Verdict.FAILS);
    }

    /** The labels of the criteria that cannot be judged yet. */
    List<Text> open() {
        return labels(Logic.Verdict.UNKNOWN);
    }

    private List<Text> labels(Logic.Verdict verdict) {
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(finding -> finding.criterion().label())
                .toList();
    }
}
