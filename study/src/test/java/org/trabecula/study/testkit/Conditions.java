package org.trabecula.study.testkit;

import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Conditions of structure tests from plain predicates. */
final class Conditions {
    private Conditions() {}

    static <T extends HasName.AndFullName> ArchCondition<T> of(String text, Predicate<T> holds) {
        return new ArchCondition<>(text) {
            @Override
            public void check(T one, ConditionEvents events) {
                boolean satisfied = holds.test(one);
                events.add(new SimpleConditionEvent(
                        one, satisfied, one.getFullName() + (satisfied ? " satisfies: " : " violates: ") + text));
            }
        };
    }
}
