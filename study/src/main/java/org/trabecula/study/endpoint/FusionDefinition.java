package org.trabecula.study.endpoint;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.trabecula.study.spine.FusionGrade;

/** A versioned rule of when a graded segment counts as fused. */
public enum FusionDefinition {
    BRIDWELL_1_2("bridwell-1-2/v1", FusionGrade.II),
    BRIDWELL_1("bridwell-1/v1", FusionGrade.I);

    private final String id;
    private final FusionGrade worst;

    FusionDefinition(String id, FusionGrade worst) {
        this.id = id;
        this.worst = worst;
    }

    public static Optional<FusionDefinition> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    public static Set<String> ids() {
        return Set.of(BRIDWELL_1_2.id, BRIDWELL_1.id);
    }

    public String id() {
        return id;
    }

    boolean fused(FusionGrade grade) {
        return grade.compareTo(worst) <= 0;
    }
}
