package org.trabecula.study.conduct;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Protocol;

/** To which arm a participant belongs. It follows from the study cage at the lowest fused segment and is never typed in. */
public sealed interface Allocation {

    /** The study cage belongs to this arm. */
    record Assigned(Arm arm) implements Allocation {}

    /** There is no surgery yet. */
    record Awaited() implements Allocation {}

    /** There is no cage at the lowest fused segment. */
    record NoStudyCage() implements Allocation {}

    /** Cages of several arms or materials share the lowest fused segment. */
    record MixedCages(Set<CageMaterial> materials) implements Allocation {}

    /** The cage at the lowest fused segment belongs to no arm. */
    record ForeignCage(CageMaterial material) implements Allocation {}

    static Allocation of(Casebook casebook, Protocol protocol) {
        Optional<Arm> transcribed = casebook.membership()
                .transcribed()
                .flatMap(noted -> protocol.arm(noted.what().arm()));
        return transcribed
                .<Allocation>map(Assigned::new)
                .orElseGet(() ->
                        casebook.surgery().map(surgery -> of(surgery, protocol)).orElse(new Awaited()));
    }

    static Allocation of(Surgery surgery, Protocol protocol) {
        Set<CageMaterial> materials = surgery.studyMaterials();
        Set<Arm> arms = protocol.arms().stream()
                .filter(arm -> arm.materials().stream().anyMatch(materials::contains))
                .collect(Collectors.toSet());
        boolean foreign = materials.stream()
                .anyMatch(material -> protocol.arms().stream()
                        .noneMatch(arm -> arm.materials().contains(material)));
        if (materials.isEmpty()) {
            return new NoStudyCage();
        }
        if (arms.size() > 1 || (foreign && materials.size() > 1)) {
            return new MixedCages(materials);
        }
        return arms.stream()
                .findFirst()
                .<Allocation>map(Assigned::new)
                .orElseGet(() -> new ForeignCage(materials.iterator().next()));
    }

    /** The arm, when there is one. */
    default Optional<Arm> assigned() {
        return this instanceof Assigned(var arm) ? Optional.of(arm) : Optional.empty();
    }
}
