package org.trabecula.exchange.folder;

import java.util.List;
import org.trabecula.exchange.Place;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.AnalysisSet;
import org.trabecula.study.protocol.AnalysisWindow;
import org.trabecula.study.protocol.Covariate;
import org.trabecula.study.protocol.Estimand;
import org.trabecula.study.protocol.MeasuredEndpoint;

/** The content of {@code analysis.yaml}, with the places that a later check may have to name. */
record AnalysisText(
        AnalysisPlan plan,
        Place contrast,
        List<Placed<Estimand>> estimands,
        List<Placed<AnalysisSet>> sets,
        List<Placed<AnalysisWindow>> windows,
        List<Placed<MeasuredEndpoint>> endpoints,
        List<Placed<Covariate>> covariates,
        Place model,
        Place primary,
        Place over,
        Place trim) {}
