package org.trabecula.study.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The chapters of the study and what each may know. {@code journal spine protocol} are the ground. */
final class Chapters {
    private static final List<String> GROUND = List.of("journal", "spine", "protocol");
    private static final List<String> NEIGHBOURS =
            List.of("site", "participant", "implant", "visit", "form", "imaging", "safety", "milestone");
    private static final List<String> ABOVE =
            List.of("conduct", "comparability", "endpoint", "analysis", "dataset", "report");

    private Chapters() {}

    /** From the ground up. */
    static List<String> all() {
        List<String> all = new ArrayList<>(GROUND);
        all.addAll(NEIGHBOURS);
        all.addAll(ABOVE);
        return all;
    }

    /** The chapters that a chapter may know besides itself. The ground's three do not know each other. */
    static Set<String> knownTo(String chapter) {
        Set<String> known = new TreeSet<>();
        if (GROUND.contains(chapter)) {
            return known;
        }
        known.addAll(GROUND);
        if (NEIGHBOURS.contains(chapter)) {
            if (chapter.equals("form")) {
                known.add("visit");
            }
            return known;
        }
        known.addAll(NEIGHBOURS);
        known.addAll(ABOVE.subList(0, ABOVE.indexOf(chapter)));
        if (chapter.equals("endpoint")) {
            known.remove("comparability");
        }
        return known;
    }

    static DescribedPredicate<JavaClass> inside(String root) {
        return DescribedPredicate.describe(
                "are in a chapter of " + root, one -> chapter(root, one).isPresent());
    }

    /** Knows itself and what its chapter may know; what lies outside {@code root} is no matter here. */
    static ArchCondition<JavaClass> knowOnlyWhatTheirChapterMayKnow(String root) {
        return new ArchCondition<>("know only what their chapter may know") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                String own = chapter(root, one).orElseThrow();
                if (!all().contains(own)) {
                    events.add(
                            SimpleConditionEvent.violated(one, one.getName() + " stands in no chapter of the study"));
                }
                for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                    chapter(root, dependency.getTargetClass())
                            .filter(other -> !other.equals(own) && !knownTo(own).contains(other))
                            .ifPresent(other -> events.add(SimpleConditionEvent.violated(
                                    dependency, own + " must not know " + other + ": " + dependency.getDescription())));
                }
            }
        };
    }

    private static Optional<String> chapter(String root, JavaClass one) {
        String name = one.getBaseComponentType().getPackageName();
        return name.startsWith(root + ".")
                ? Optional.of(name.substring(root.length() + 1).replaceAll("\\..*", ""))
                : Optional.empty();
    }
}
