package org.trabecula.exchange.folder;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.trabecula.exchange.Findings;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.AnalysisSet;
import org.trabecula.study.protocol.AnalysisSet.Members;
import org.trabecula.study.protocol.AnalysisWindow;
import org.trabecula.study.protocol.Covariate;
import org.trabecula.study.protocol.Estimand;
import org.trabecula.study.protocol.Estimation;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Missing;
import org.trabecula.study.protocol.Estimation.Variance;
import org.trabecula.study.protocol.MeasuredEndpoint;
import org.trabecula.study.protocol.MeasuredEndpoint.Measure;
import org.trabecula.study.protocol.Multiplicity;
import org.trabecula.study.protocol.Multiplicity.Procedure;
import org.trabecula.study.protocol.Sensitivity;
import org.trabecula.study.protocol.Timepoint;

/** Reads {@code analysis.yaml}, key by key. */
final class AnalysisYaml {
    static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";
    static final String ID_SHAPE = "a name of letters, digits, - and _ (40 at most)";

    private final YamlSection top;
    private final String fingerprint;

    private AnalysisYaml(YamlSection top, String fingerprint) {
        this.top = top;
        this.fingerprint = fingerprint;
    }

    static Optional<AnalysisText> read(String text, Findings findings) {
        return YamlText.read(StudyFolder.ANALYSIS, text, findings)
                .map(top -> new AnalysisYaml(top, fingerprint(text)).content());
    }

    private AnalysisText content() {
        top.only(
                "version",
                "contrast",
                "endpoints",
                "windows",
                "sets",
                "estimands",
                "covariates",
                "estimation",
                "multiplicity",
                "sensitivity",
                "trim");
        List<Placed<MeasuredEndpoint>> endpoints = top.unique("endpoints", this::endpoint, MeasuredEndpoint::id);
        List<Placed<AnalysisWindow>> windows =
                top.unique("windows", this::window, one -> one.at().toString());
        List<Placed<AnalysisSet>> sets = top.unique("sets", this::set, AnalysisSet::id);
        List<Placed<Estimand>> estimands = top.unique("estimands", EstimandYaml::read, Estimand::id);
        List<Placed<Covariate>> covariates = top.unique("covariates", CovariateYaml::read, Covariate::id);
        Optional<YamlSection> estimation = top.section("estimation");
        Optional<YamlSection> multiplicity = top.section("multiplicity");
        List<BigDecimal> trim = top.range("trim", "0.001", "0.999");
        AnalysisPlan plan = new AnalysisPlan(
                top.text("version"),
                fingerprint,
                Placed.values(top.texts("contrast")),
                Placed.values(estimands),
                Placed.values(sets),
                Placed.values(windows),
                Placed.values(endpoints),
                Placed.values(covariates),
                estimation.map(this::estimation).orElseGet(AnalysisYaml::noEstimation),
                multiplicity.map(this::multiplicity).orElseGet(AnalysisYaml::noMultiplicity),
                top.choices("sensitivity", Sensitivity.values(), Sensitivity::id),
                new AnalysisPlan.Trim(trim.get(0), trim.get(1)));
        return new AnalysisText(
                plan,
                top.place("contrast"),
                estimands,
                sets,
                windows,
                endpoints,
                covariates,
                top.place("covariates"),
                estimation.map(one -> one.place("primary")).orElseGet(top::place),
                multiplicity.map(one -> one.place("over")).orElseGet(top::place),
                top.place("trim"));
    }

    private MeasuredEndpoint endpoint(YamlSection endpoint) {
        endpoint.only("id", "label", "measure", "definition");
        return new MeasuredEndpoint(
                endpoint.text("id", ID, ID_SHAPE),
                endpoint.bilingual("label"),
                endpoint.choice("measure", Measure.values(), Measure::id),
                endpoint.text("definition"));
    }

    private AnalysisWindow window(YamlSection window) {
        window.only("at", "from", "to");
        return new AnalysisWindow(
                window.timepoint("at"), window.decimal("from", "0", "600"), window.decimal("to", "0", "600"));
    }

    private AnalysisSet set(YamlSection set) {
        set.only("id", "label", "members", "at");
        return new AnalysisSet(
                set.text("id", ID, ID_SHAPE),
                set.bilingual("label"),
                set.choice("members", Members.values(), Members::id),
                at(set));
    }

    static Optional<Timepoint> at(YamlSection section) {
        return section.has("at") ? Optional.of(section.timepoint("at")) : Optional.empty();
    }

    private Estimation estimation(YamlSection estimation) {
        estimation.only(
                "primary", "companions", "augment_above", "variance", "missing", "replicates", "imputations", "seed");
        return new Estimation(
                estimation.choice("primary", Estimator.values(), Estimator::id),
                estimation.choices("companions", Estimator.values(), Estimator::id),
                estimation.has("augment_above")
                        ? Optional.of(estimation.decimal("augment_above", "0.01", "1"))
                        : Optional.empty(),
                estimation.has("variance")
                        ? estimation.choice("variance", Variance.values(), Variance::id)
                        : Variance.SANDWICH,
                estimation.has("missing")
                        ? estimation.choice("missing", Missing.values(), Missing::id)
                        : Missing.COMPLETE_CASES,
                estimation.integer("replicates", 100, 100_000),
                estimation.integer("imputations", 1, 1_000),
                estimation.integer("seed", 0, 999_999_999));
    }

    private Multiplicity multiplicity(YamlSection multiplicity) {
        multiplicity.only("procedure", "level", "over");
        return new Multiplicity(
                multiplicity.choice("procedure", Procedure.values(), Procedure::id),
                multiplicity.decimal("level", "0.001", "0.5"),
                Placed.values(multiplicity.texts("over")));
    }

    private static Estimation noEstimation() {
        return new Estimation(
                Estimator.OVERLAP_WEIGHTS,
                List.of(),
                Optional.empty(),
                Variance.SANDWICH,
                Missing.COMPLETE_CASES,
                100,
                1,
                0);
    }

    private static Multiplicity noMultiplicity() {
        return new Multiplicity(Procedure.HOLM, new BigDecimal("0.05"), List.of());
    }

    private static String fingerprint(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
