package org.trabecula.simulation.mechanism;

import java.util.random.RandomGenerator;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.spine.FusionGrade;

/**
 * What an image shows of the truth, and what a reader makes of the image. An image errs alike for all its readers, by its
 * sensitivity and specificity; a reader errs on his own, so that readers differ.
 *
 * <p>Source: radiograph 24 and 54 % sensitive, 98 and 84 % specific for a loose screw against torque, CT 22 and 65, 96 and 97
 * (Wu 2019 and the study at revision of 159 screws); union on radiographs 42 % false positive, 29 % false negative against
 * exploration (spine 1993). The reference values are nearer the truth than these, because the published rates of loosening,
 * to which the model is calibrated, are those of radiographs.
 */
public final class Sight {
    private final double sensitivity;
    private final double specificity;
    private final double unionSensitivity;
    private final double unionSpecificity;
    private final double unclear;
    private final double besideTitanium;
    private final double differ;
    private final double differUnion;
    private final double hidden;

    public Sight(Assumptions given, Modality modality) {
        boolean ct = modality == Modality.CT;
        this.sensitivity = given.value(ct ? Parameter.CT_SENSITIVITY : Parameter.XRAY_SENSITIVITY);
        this.specificity = given.value(ct ? Parameter.CT_SPECIFICITY : Parameter.XRAY_SPECIFICITY);
        this.unionSensitivity = given.value(ct ? Parameter.CT_UNION_SENSITIVITY : Parameter.XRAY_UNION_SENSITIVITY);
        this.unionSpecificity = given.value(ct ? Parameter.CT_UNION_SPECIFICITY : Parameter.XRAY_UNION_SPECIFICITY);
        this.unclear = ct ? 0 : given.value(Parameter.UNCLEAR);
        this.besideTitanium = ct ? 0 : given.value(Parameter.TITANIUM_UNCLEAR);
        this.differ = given.value(Parameter.READERS_DIFFER);
        this.differUnion = given.value(Parameter.READERS_DIFFER_UNION);
        this.hidden = given.value(Parameter.HIDDEN);
    }

    /** A screw as it looks. */
    public enum ScrewLook {
        FIRM,
        LOOSE,
        HIDDEN
    }

    /** A segment as it looks: the grade, or that it cannot be told. */
    public enum SegmentLook {
        I(FusionGrade.I),
        II(FusionGrade.II),
        III(FusionGrade.III),
        IV(FusionGrade.IV),
        UNCLEAR(FusionGrade.III);

        private final FusionGrade grade;

        SegmentLook(FusionGrade grade) {
            this.grade = grade;
        }

        /** The grade; of what is unclear, the one that a reader who has to choose would give. */
        public FusionGrade grade() {
            return grade;
        }

        static SegmentLook of(FusionGrade grade) {
            return switch (grade) {
                case I -> I;
                case II -> II;
                case III -> III;
                case IV -> IV;
            };
        }
    }

    /** What the image shows of a screw. */
    public ScrewLook screw(boolean loose, RandomGenerator chance) {
        if (chance.nextDouble() < hidden) {
            return ScrewLook.HIDDEN;
        }
        boolean right = chance.nextDouble() < (loose ? sensitivity : specificity);
        return loose == right ? ScrewLook.LOOSE : ScrewLook.FIRM;
    }

    /** What a reader makes of it; what is hidden from one is hidden from all. */
    public ScrewLook screw(ScrewLook image, RandomGenerator chance) {
        if (image == ScrewLook.HIDDEN || chance.nextDouble() >= differ) {
            return image;
        }
        return image == ScrewLook.LOOSE ? ScrewLook.FIRM : ScrewLook.LOOSE;
    }

    /** What the image shows of a segment. An open segment taken for united looks like grade II, a united one missed like IV. */
    public SegmentLook segment(FusionGrade truth, boolean titanium, RandomGenerator chance) {
        if (chance.nextDouble() < unclear + (titanium ? besideTitanium : 0)) {
            return SegmentLook.UNCLEAR;
        }
        boolean right = chance.nextDouble() < (truth.fused() ? unionSensitivity : unionSpecificity);
        if (right) {
            return SegmentLook.of(truth);
        }
        return truth.fused() ? SegmentLook.IV : SegmentLook.II;
    }

    /** What a reader makes of it: now and then he goes one step up or down. */
    public SegmentLook segment(SegmentLook image, RandomGenerator chance) {
        if (chance.nextDouble() >= differUnion) {
            return image;
        }
        return switch (image) {
            case I, III, UNCLEAR -> SegmentLook.II;
            case II, IV -> SegmentLook.III;
        };
    }
}
