package org.trabecula.simulation.mechanism;

import java.util.random.RandomGenerator;
import org.trabecula.study.spine.FusionGrade;

/**
 * One participant's screws and segments through 28 months, in steps of half a month: how the segments heal, what load is left,
 * what it does to the screws and what loose screws do to the healing. A workspace that lives one life after another without
 * allocating; it belongs to one thread.
 *
 * <p>Segment 0 and vertebra 0 are the uppermost; screws 2v and 2v + 1 sit in vertebra v, left first. The study's cage stands in
 * the lowest segment, any other has PEEK.
 */
public final class Construct {
    /** Months between two steps. */
    public static final double STEP = 0.5;

    private static final int STEPS = 56;
    private static final int MOST_SCREWS = 2 * (Participant.MOST_SEGMENTS + 1);
    private static final double[] ACTIVITY = activity();

    private final Hold hold;
    private final Load load;
    private final Wear wear;
    private final Healing healing;
    private final double nonUnion;

    private final double[][] maturity = new double[Participant.MOST_SEGMENTS][STEPS + 1];
    private final double[][] lucency = new double[MOST_SCREWS][STEPS + 1];
    private final double[] needed = new double[Participant.MOST_SEGMENTS];
    private final double[] spent = new double[Participant.MOST_SEGMENTS];
    private final boolean[] unites = new boolean[Participant.MOST_SEGMENTS];
    /** The share of its first load that each segment leaves on the screws at the present step. */
    private final double[] left = new double[Participant.MOST_SEGMENTS];

    private final double[] monthly = new double[MOST_SCREWS];
    private int segments;
    private double toggleLoss;

    public Construct(Assumptions given) {
        this.hold = new Hold(given);
        this.load = new Load(given);
        this.wear = new Wear(given);
        this.healing = new Healing(given);
        this.nonUnion = given.value(Parameter.NON_UNION);
    }

    private static double[] activity() {
        double[] activity = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            activity[step] = Load.activity((step + 0.5) * STEP);
        }
        return activity;
    }

    /** Lives a participant's 28 months with one cage or the other. The same chance gives the same life but for the cage. */
    public void live(Participant one, boolean titanium, RandomGenerator chance) {
        begin(one, titanium, chance);
        for (int step = 0; step < STEPS; step++) {
            for (int segment = 0; segment < segments; segment++) {
                heal(segment, step);
            }
            for (int vertebra = 0; vertebra <= segments; vertebra++) {
                wear(vertebra, step);
            }
        }
    }

    private void begin(Participant one, boolean titanium, RandomGenerator chance) {
        segments = one.segments();
        toggleLoss = hold.toggleLoss(one.hu());
        for (int segment = 0; segment < Participant.MOST_SEGMENTS; segment++) {
            double normal = chance.nextGaussian();
            boolean never = chance.nextDouble() < nonUnion;
            if (segment < segments) {
                needed[segment] = healing.months(one, titanium && segment == segments - 1, normal);
                unites[segment] = !never;
                spent[segment] = 0;
                maturity[segment][0] = 0;
            }
        }
        double shared = hold.shared(one);
        for (int screw = 0; screw < MOST_SCREWS; screw++) {
            double normal = chance.nextGaussian();
            if (screw < screws()) {
                double newtons = Math.exp(shared + hold.own(normal));
                monthly[screw] = wear.monthly(one.steps(), load.newtons(one, screw / 2), newtons);
                lucency[screw][0] = 0;
            }
        }
    }

    /** The four screws beside a segment say how quietly it heals. */
    private void heal(int segment, int step) {
        int loose = 0;
        for (int screw = 2 * segment; screw < 2 * segment + 4; screw++) {
            loose += lucency[screw][step] >= Wear.LOOSE_MM ? 1 : 0;
        }
        spent[segment] += STEP * healing.pace(loose / 4.0);
        double grown = Healing.maturity(spent[segment] / needed[segment], unites[segment]);
        maturity[segment][step + 1] = grown;
        left[segment] = load.left(Healing.phi(grown));
    }

    private void wear(int vertebra, int step) {
        double above = left[Math.max(0, vertebra - 1)];
        double below = left[Math.min(segments - 1, vertebra)];
        double mean = (above + below) / 2;
        double common = ACTIVITY[step] * wear.lightened(mean);
        for (int screw = 2 * vertebra; screw < 2 * vertebra + 2; screw++) {
            double mm = lucency[screw][step];
            double widening = common * monthly[screw] * wear.weakened(toggleLoss, mm);
            lucency[screw][step + 1] = wear.after(mm, widening, mean, STEP);
        }
    }

    /** How many screws there are. */
    public int screws() {
        return 2 * (segments + 1);
    }

    /** How many segments are fused. */
    public int segments() {
        return segments;
    }

    /** Width of the lucent zone around a screw, mm. */
    public double lucencyMm(int screw, double months) {
        return at(lucency[screw], months);
    }

    /** Whether a screw is loose: 1 mm or more. */
    public boolean loose(int screw, double months) {
        return lucencyMm(screw, months) >= Wear.LOOSE_MM;
    }

    /** Whether at least one screw is loose. */
    public boolean loose(double months) {
        for (int screw = 0; screw < screws(); screw++) {
            if (loose(screw, months)) {
                return true;
            }
        }
        return false;
    }

    /** Healing time spent over that needed; 1 is a grade II union. */
    public double maturity(int segment, double months) {
        return at(maturity[segment], months);
    }

    /** What a perfect observer would grade the segment. */
    public FusionGrade grade(int segment, double months) {
        return Healing.grade(maturity(segment, months));
    }

    /** How far the segment moves between flexion and extension, degrees. */
    public double motionDegrees(int segment, double months) {
        return Healing.motionDegrees(maturity(segment, months));
    }

    /** How far the segment's union carries load, 0 to 1. */
    public double phi(int segment, double months) {
        return Healing.phi(maturity(segment, months));
    }

    /** The share of its first load that is left on the screws beside a segment. */
    public double loadLeft(int segment, double months) {
        return load.left(phi(segment, months));
    }

    private static double at(double[] curve, double months) {
        double place = Math.clamp(months / STEP, 0.0, STEPS);
        int step = Math.min((int) place, STEPS - 1);
        return curve[step] + (place - step) * (curve[step + 1] - curve[step]);
    }
}
