package org.trabecula.statistics.agreement;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * How well a score tells cases from controls; a higher score speaks for a case.
 *
 * <p>The area is the share of pairs of a case and a control in which the case scores higher, ties counting half. Its
 * variance is DeLong's, from each case's and each control's share of pairs won (mid-ranks: Sun X, Xu W, IEEE Signal
 * Process Lett 2014;21:1389-1393).
 *
 * <p>Source: DeLong ER, DeLong DM, Clarke-Pearson DL, Biometrics 1988;44:837-845. R: package pROC.
 */
public final class Roc {
    private final double[] cases;
    private final double[] controls;
    private final double[] caseWins;
    private final double[] controlWins;
    private final double area;

    private Roc(double[] cases, double[] controls) {
        this.cases = cases;
        this.controls = controls;
        this.caseWins = wins(cases, controls);
        this.controlWins = wins(controls, cases);
        for (int i = 0; i < controlWins.length; i++) {
            controlWins[i] = 1 - controlWins[i];
        }
        this.area = Arrays.stream(caseWins).sum() / cases.length;
    }

    /**
     * The best cut-off by Youden's index.
     *
     * @param threshold a score above it is called a case; halfway between two scores that occur, or infinite
     * @param sensitivity the share of cases above it
     * @param specificity the share of controls below it
     */
    public record Cut(double threshold, double sensitivity, double specificity) {}

    /**
     * The curve of a score.
     *
     * @param isCase for each subject, whether it is a case
     * @param score its score
     * @return the curve; missing with fewer than two cases or controls
     * @throws IllegalArgumentException if the lengths differ or a score is not a number
     */
    public static Outcome<Roc> of(boolean[] isCase, double[] score) {
        if (isCase.length != score.length) {
            throw new IllegalArgumentException(
                    "Each subject needs a truth and a score, but there are " + isCase.length + " and " + score.length);
        }
        int count = 0;
        for (int i = 0; i < score.length; i++) {
            count += isCase[i] ? 1 : 0;
            if (Double.isNaN(score[i])) {
                throw new IllegalArgumentException("Score " + (i + 1) + " is not a number");
            }
        }
        if (count < 2 || score.length - count < 2) {
            return Outcome.none(
                    Cause.TOO_FEW,
                    "A ROC curve with a variance needs two cases and two controls, but there are " + count + " and "
                            + (score.length - count));
        }
        double[] cases = new double[count];
        double[] controls = new double[score.length - count];
        int a = 0;
        int b = 0;
        for (int i = 0; i < score.length; i++) {
            if (isCase[i]) {
                cases[a++] = score[i];
            } else {
                controls[b++] = score[i];
            }
        }
        return Outcome.of(new Roc(cases, controls));
    }

    /** The area under the curve, in [0, 1]. */
    public double area() {
        return area;
    }

    /** DeLong's variance of the area. */
    public double variance() {
        return covariance(this);
    }

    /**
     * DeLong's covariance with the area of another score of the same subjects in the same order.
     *
     * @throws IllegalArgumentException if the other has other numbers of cases or controls
     */
    public double covariance(Roc other) {
        if (other.cases.length != cases.length || other.controls.length != controls.length) {
            throw new IllegalArgumentException("Two curves of the same subjects have equally many cases and controls");
        }
        return products(caseWins, area, other.caseWins, other.area) / cases.length
                + products(controlWins, area, other.controlWins, other.area) / controls.length;
    }

    /** The area plus or minus z errors, cut off at 0 and 1. */
    public Interval interval(double level) {
        double reach = Confidence.deviate(level) * Math.sqrt(variance());
        return new Interval(Math.max(0, area - reach), Math.min(1, area + reach));
    }

    /** The cut-off with the largest sum of sensitivity and specificity, the lowest of several. */
    public Cut youden() {
        double[] scores = Arrays.stream(new double[][] {cases, controls})
                .flatMapToDouble(Arrays::stream)
                .distinct()
                .sorted()
                .toArray();
        double[] ordered = cases.clone();
        Arrays.sort(ordered);
        double[] others = controls.clone();
        Arrays.sort(others);
        var best = new Cut(Double.NEGATIVE_INFINITY, 1, 0);
        int a = 0;
        int b = 0;
        for (int i = 0; i < scores.length; i++) {
            while (a < ordered.length && ordered[a] <= scores[i]) {
                a++;
            }
            while (b < others.length && others[b] <= scores[i]) {
                b++;
            }
            double threshold = i + 1 < scores.length ? (scores[i] + scores[i + 1]) / 2 : Double.POSITIVE_INFINITY;
            var cut = new Cut(threshold, (ordered.length - a) / (double) ordered.length, b / (double) others.length);
            if (cut.sensitivity() + cut.specificity() > best.sensitivity() + best.specificity()) {
                best = cut;
            }
        }
        return best;
    }

    /** For each of these, the share of the others that it exceeds, ties half. */
    private static double[] wins(double[] these, double[] others) {
        double[] sorted = others.clone();
        Arrays.sort(sorted);
        double[] share = new double[these.length];
        for (int i = 0; i < these.length; i++) {
            share[i] = (first(sorted, these[i], false) + first(sorted, these[i], true)) / (2.0 * sorted.length);
        }
        return share;
    }

    /** How many are below the value, or at most it. */
    private static int first(double[] sorted, double value, boolean above) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (above && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double products(double[] one, double mean, double[] other, double otherMean) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - mean) * (other[i] - otherMean);
        }
        return sum / (one.length - 1);
    }
}
