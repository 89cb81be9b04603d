package org.trabecula.statistics.agreement;

import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * What those who should be blind guessed, in two arms.
 *
 * @param active the guesses of those in the active arm
 * @param control the guesses of those in the control arm
 */
public record BlindingTable(Guesses active, Guesses control) {

    /**
     * The guesses of one arm.
     *
     * @param right how many named their own arm
     * @param wrong how many named the other
     * @param unknown how many did not know
     */
    public record Guesses(int right, int wrong, int unknown) {
        public Guesses {
            if (Math.min(right, Math.min(wrong, unknown)) < 0) {
                throw new IllegalArgumentException(
                        "Counts are not negative, but they are " + right + ", " + wrong + ", " + unknown);
            }
        }

        int total() {
            return Math.addExact(Math.addExact(right, wrong), unknown);
        }

        /**
         * Bang's index of this arm: right minus wrong guesses as a share of all asked. 1 is no blinding, 0 random guessing,
         * -1 all wrong.
         *
         * <p>Source: Bang H, Ni L, Davis CE, Control Clin Trials 2004;25:143-156, equations 2 and 3.
         *
         * @return the index with its error; missing when nobody was asked
         */
        public Outcome<Estimate> bang() {
            int n = total();
            if (n == 0) {
                return Outcome.none(Cause.TOO_FEW, "Nobody of this arm was asked for a guess");
            }
            double yes = right / (double) n;
            double no = wrong / (double) n;
            double variance = (yes * (1 - yes) + no * (1 - no) + 2 * yes * no) / n;
            return Outcome.of(new Estimate(yes - no, Math.sqrt(Math.max(0, variance)), Estimate.Scale.PLAIN));
        }
    }

    /**
     * James's index of both arms: 0 is no blinding, 1/2 random guessing, 1 when all say that they do not know. A right
     * guess weighs 0, a wrong one 1/2, "do not know" 1.
     *
     * <p>With w the share who guessed, D the weighted share of wrong guesses and E what D would be (times w squared) if
     * guesses did not depend on the arm, the index is 1 - w + D w^2 / (2E). Its error is the delta method's for
     * multinomial counts.
     *
     * <p>Source: James KE, Bloch DA, Lee KK, Kraemer HC, Fuller RK, Stat Med 1996;15:1421-1434.
     *
     * @return the index; missing when nobody was asked, or when all guesses leave one arm or one name out
     */
    public Outcome<Estimate> james() {
        double n = (double) active.total() + control.total();
        if (n == 0) {
            return Outcome.none(Cause.TOO_FEW, "Nobody was asked for a guess");
        }
        // guessed[name][arm]
        double[][] guessed = {{active.right() / n, control.wrong() / n}, {active.wrong() / n, control.right() / n}};
        double[] names = {guessed[0][0] + guessed[0][1], guessed[1][0] + guessed[1][1]};
        double[] arms = {guessed[0][0] + guessed[1][0], guessed[0][1] + guessed[1][1]};
        double w = names[0] + names[1];
        if (w == 0) {
            return Outcome.of(new Estimate(1, 0, Estimate.Scale.PLAIN));
        }
        double wrong = (guessed[0][1] + guessed[1][0]) / 2;
        double chance = (names[0] * arms[1] + names[1] * arms[0]) / 2;
        if (chance == 0) {
            return Outcome.none(
                    Cause.EMPTY_CELL,
                    "All who guessed are of one arm and named it, so there is no chance to compare with");
        }
        double mean = 0;
        double square = 0;
        for (int name = 0; name < 2; name++) {
            for (int arm = 0; arm < 2; arm++) {
                double weight = name == arm ? 0 : 0.5;
                double byChance = (arms[1 - name] + names[1 - arm]) / 2;
                double slope = -1
                        + (weight * w * w + 2 * wrong * w) / (2 * chance)
                        - wrong * w * w * byChance / (2 * chance * chance);
                mean += guessed[name][arm] * slope;
                square += guessed[name][arm] * slope * slope;
            }
        }
        double error = Math.sqrt(Math.max(0, square - mean * mean) / n);
        return Outcome.of(new Estimate(1 - w + wrong * w * w / (2 * chance), error, Estimate.Scale.PLAIN));
    }
}
