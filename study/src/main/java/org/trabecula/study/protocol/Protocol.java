package org.trabecula.study.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the study has promised to do, as read from its folder of text. In a difference the arms stand as {@link #compared()} says.
 *
 * @param consentVersions versions of the consent document, oldest first; only these may be recorded
 * @param analysis what will be computed; a protocol may come without it
 */
public record Protocol(
        String id,
        String version,
        Text title,
        String registration,
        int planned,
        List<Arm> arms,
        List<SiteDefinition> sites,
        List<PlannedVisit> visits,
        List<String> consentVersions,
        List<Criterion> eligibility,
        List<FormDefinition> forms,
        List<EditCheck> checks,
        ReadingCharter charter,
        EndpointPlan endpoints,
        Optional<AnalysisPlan> analysis) {
    public Protocol {
        arms = List.copyOf(arms);
        sites = List.copyOf(sites);
        visits = List.copyOf(visits);
        consentVersions = List.copyOf(consentVersions);
        eligibility = List.copyOf(eligibility);
        forms = List.copyOf(forms);
        checks = List.copyOf(checks);
    }

    /** A protocol without an analysis plan. */
    public Protocol(
            String id,
            String version,
            Text title,
            String registration,
            int planned,
            List<Arm> arms,
            List<SiteDefinition> sites,
            List<PlannedVisit> visits,
            List<String> consentVersions,
            List<Criterion> eligibility,
            List<FormDefinition> forms,
            List<EditCheck> checks,
            ReadingCharter charter,
            EndpointPlan endpoints) {
        this(
                id,
                version,
                title,
                registration,
                planned,
                arms,
                sites,
                visits,
                consentVersions,
                eligibility,
                forms,
                checks,
                charter,
                endpoints,
                Optional.empty());
    }

    /** The same protocol under another charter. */
    public Protocol with(ReadingCharter other) {
        return new Protocol(
                id,
                version,
                title,
                registration,
                planned,
                arms,
                sites,
                visits,
                consentVersions,
                eligibility,
                forms,
                checks,
                other,
                endpoints,
                analysis);
    }

    /** The same protocol with another analysis plan. */
    public Protocol with(AnalysisPlan plan) {
        return new Protocol(
                id,
                version,
                title,
                registration,
                planned,
                arms,
                sites,
                visits,
                consentVersions,
                eligibility,
                forms,
                checks,
                charter,
                endpoints,
                Optional.of(plan));
    }

    public Optional<FormDefinition> form(String formId) {
        return forms.stream().filter(form -> form.id().equals(formId)).findFirst();
    }

    /** What a code of a categorical covariate means, by the code list of its form; the code itself where there is none. */
    public Text meaning(Covariate covariate, String code) {
        return covariate.source() instanceof Covariate.FromForm source
                ? form(source.form())
                        .flatMap(form -> form.item(source.items().getFirst()))
                        .map(Item::choices)
                        .orElse(List.of())
                        .stream()
                        .filter(one -> one.code().equals(code))
                        .map(Choice::label)
                        .findFirst()
                        .orElseGet(() -> Text.same(code))
                : Text.same(code);
    }

    public Optional<PlannedVisit> visit(Timepoint at) {
        return visits.stream().filter(visit -> visit.at().equals(at)).findFirst();
    }

    public Optional<SiteDefinition> site(String siteId) {
        return sites.stream().filter(site -> site.id().equals(siteId)).findFirst();
    }

    public Optional<Arm> arm(String armId) {
        return arms.stream().filter(arm -> arm.id().equals(armId)).findFirst();
    }

    /** The arms as results show them: those of the analysis plan's contrast, the first minus the second, then the others. */
    public List<Arm> compared() {
        List<Arm> first = analysis.map(AnalysisPlan::contrast).orElse(List.of()).stream()
                .flatMap(id -> arm(id).stream())
                .toList();
        return Stream.concat(first.stream(), arms.stream().filter(arm -> !first.contains(arm)))
                .toList();
    }

    /** The planned visits after surgery, earliest first. */
    public List<PlannedVisit> followUps() {
        return visits.stream().filter(visit -> visit.at().months() > 0).toList();
    }
}
