package org.trabecula.statistics.repeated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;

/**
 * The mixed model for repeated measures: y = X beta + e, in which rows of different subjects are independent and those of
 * one subject have the covariance matrix of their visits. Fitted by restricted maximum likelihood, so that responses
 * missing at random need no imputation.
 *
 * <p>Newton's method on the elements of the covariance matrix (or variance and correlation), with analytic derivatives;
 * where the likelihood is not concave a step uses the expected information instead. R: {@code mmrm::mmrm}, {@code
 * nlme::gls}; SAS: PROC MIXED with REPEATED.
 *
 * <p>Source: Laird NM, Ware JH, Biometrics 1982;38:963-974; Mallinckrodt CH et al, J Biopharm Stat 2001;11:9-21.
 */
public final class RepeatedMeasuresModel {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    /** Twice the gain in log-likelihood that another Newton step promises, at which none is needed. */
    private static final double SMALLEST_GAIN = 1e-11;

    private RepeatedMeasuresModel() {}

    /**
     * Fits the model.
     *
     * @return the fit; missing when there are no more rows than effects (TOO_FEW), design columns repeat each other or
     *     the covariance matrix runs into a singular one (SINGULAR), the data do not determine a covariance, such as that
     *     of two visits at which nobody was seen both times (NOT_UNIQUE), or the iteration ends without an answer
     *     (NOT_CONVERGED, with the log-likelihood step by step)
     */
    public static Outcome<RepeatedMeasuresFit> fit(RepeatedMeasures data, CovarianceStructure structure) {
        if (data.size() <= data.columns() || data.columns() == 0) {
            return Outcome.none(
                    Cause.TOO_FEW,
                    "The model has " + data.columns() + " effects, but there are only " + data.size() + " rows");
        }
        Outcome<double[][]> moments = Moments.of(data);
        return moments.then(start -> {
            var likelihood = new RestrictedLikelihood(data, structure.shape());
            return climb(likelihood, start).then(top -> RepeatedMeasuresFit.of(data, structure, likelihood, top));
        });
    }

    private static Outcome<Curve> climb(RestrictedLikelihood likelihood, double[][] moments) {
        var trace = new ArrayList<Double>();
        Optional<RestrictedLikelihood.Point> here = start(likelihood, moments);
        if (here.isEmpty()) {
            return Outcome.none(Cause.SINGULAR, "The columns of the design repeat each other");
        }
        RestrictedLikelihood.Point point = here.orElseThrow();
        for (int step = 0; step < MOST_STEPS; step++) {
            trace.add(point.value());
            Curve curve = likelihood.curve(point);
            Optional<Cholesky> hessian = Cholesky.of(curve.observed());
            Optional<Cholesky> used = hessian.or(() -> Cholesky.of(curve.expected()));
            if (used.isEmpty()) {
                return undetermined(point, trace);
            }
            double[] direction = curve.score().clone();
            used.orElseThrow().solve(direction);
            double gain = Products.dot(direction, curve.score());
            Optional<RestrictedLikelihood.Point> next = better(likelihood, point, direction, gain);
            if (gain < SMALLEST_GAIN && hessian.isPresent()) {
                return Outcome.of(next.map(likelihood::curve).orElse(curve));
            }
            if (next.isEmpty()) {
                return stuck(point, trace);
            }
            point = next.orElseThrow();
        }
        return stuck(point, trace);
    }

    /** The moments, or what is left of them when covariances are shrunk until a likelihood exists. */
    private static Optional<RestrictedLikelihood.Point> start(RestrictedLikelihood likelihood, double[][] moments) {
        return IntStream.rangeClosed(0, 10)
                .mapToObj(tenths -> shrunk(moments, 1 - tenths / 10.0))
                .map(sigma -> likelihood.at(likelihood.shape().near(sigma)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static double[][] shrunk(double[][] moments, double factor) {
        double[][] sigma = new double[moments.length][moments.length];
        for (int row = 0; row < sigma.length; row++) {
            for (int column = 0; column < sigma.length; column++) {
                sigma[row][column] = moments[row][column] * (row == column ? 1 : factor);
            }
        }
        return sigma;
    }

    private static Optional<RestrictedLikelihood.Point> better(
            RestrictedLikelihood likelihood, RestrictedLikelihood.Point from, double[] direction, double gain) {
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
            double[] t = from.t().clone();
            for (int a = 0; a < t.length; a++) {
                t[a] += length * direction[a];
            }
            Optional<RestrictedLikelihood.Point> next = likelihood.at(t);
            double needed = from.value() + 1e-4 * length * gain - 1e-12 * Math.abs(from.value());
            if (next.isPresent() && next.orElseThrow().value() >= needed) {
                return next;
            }
        }
        return Optional.empty();
    }

    private static <T> Outcome<T> undetermined(RestrictedLikelihood.Point point, List<Double> trace) {
        return nearlySingular(point.sigma())
                ? stuck(point, trace)
                : Outcome.none(
                        Cause.NOT_UNIQUE,
                        "The data do not determine every covariance, for instance because no subject was seen at both"
                                + " of two visits; a structure with fewer parameters may do");
    }

    private static <T> Outcome<T> stuck(RestrictedLikelihood.Point point, List<Double> trace) {
        return nearlySingular(point.sigma())
                ? new Outcome.Missing<>(new Shortfall(
                        Cause.SINGULAR,
                        "The covariance matrix of the visits runs into a singular one: too few subjects for this"
                                + " structure, or responses without variation",
                        trace))
                : new Outcome.Missing<>(new Shortfall(
                        Cause.NOT_CONVERGED,
                        "The restricted likelihood was still rising after " + trace.size() + " steps",
                        trace));
    }

    /** Whether some visit is to six digits a combination of others. */
    private static boolean nearlySingular(double[][] sigma) {
        double[][] lower = Cholesky.of(sigma).map(Cholesky::factors).orElse(sigma);
        return IntStream.range(0, sigma.length).anyMatch(i -> !(lower[i][i] * lower[i][i] > 1e-6 * sigma[i][i]));
    }
}
