package org.trabecula.study.testkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.AnalysisWindow;
import org.trabecula.study.protocol.Covariate;
import org.trabecula.study.protocol.Covariate.Characteristic;
import org.trabecula.study.protocol.Covariate.Kind;
import org.trabecula.study.protocol.Covariate.Missing;
import org.trabecula.study.protocol.Estimation;
import org.trabecula.study.protocol.Multiplicity;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Text;

/** The little study with an analysis plan: weight and surgeon in the model, sex looked at. */
public final class LittlePlan {
    public static final String FINGERPRINT = "a".repeat(64);

    private LittlePlan() {}

    public static Protocol protocol() {
        return LittleStudy.protocol().with(plan());
    }

    public static AnalysisPlan plan() {
        return plan(List.of("titanium", "peek"), List.of());
    }

    public static AnalysisPlan plan(List<String> contrast, List<AnalysisWindow> windows) {
        return new AnalysisPlan(
                "1.0",
                FINGERPRINT,
                contrast,
                List.of(),
                List.of(),
                windows,
                List.of(),
                List.of(
                        covariate("weight", Kind.CONTINUOUS, form("weight"), true),
                        covariate("surgeon", Kind.CATEGORICAL, new Covariate.FromSurgery(Characteristic.SURGEON), true),
                        covariate(
                                "female",
                                Kind.BINARY,
                                new Covariate.FromForm("baseline", List.of("sex"), Set.of("1")),
                                false)),
                new Estimation(
                        Estimation.Estimator.OVERLAP_WEIGHTS,
                        List.of(),
                        Optional.empty(),
                        Estimation.Variance.SANDWICH,
                        Estimation.Missing.COMPLETE_CASES,
                        200,
                        5,
                        7),
                new Multiplicity(Multiplicity.Procedure.HOLM, new BigDecimal("0.05"), List.of()),
                List.of(),
                new AnalysisPlan.Trim(new BigDecimal("0.1"), new BigDecimal("0.9")));
    }

    private static Covariate.Source form(String item) {
        return new Covariate.FromForm("baseline", List.of(item), Set.of());
    }

    private static Covariate covariate(String id, Kind kind, Covariate.Source source, boolean model) {
        return new Covariate(id, Text.same(id), kind, source, Missing.TYPICAL, model);
    }
}
