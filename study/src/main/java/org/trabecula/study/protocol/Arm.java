package org.trabecula.study.protocol;

import java.util.Set;

/**
 * A cohort of the study, defined by the material of the cage that was actually implanted.
 *
 * @param id short and stable, for example {@code titanium}
 * @param materials the cage materials that lead to this arm
 */
public record Arm(String id, Text label, Set<CageMaterial> materials) {
    public Arm {
        materials = Set.copyOf(materials);
    }
}
