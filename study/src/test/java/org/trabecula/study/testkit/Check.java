package org.trabecula.study.testkit;

/** Something that is so at the end of a story, or the check throws an {@link AssertionError}. */
@FunctionalInterface
public interface Check {
    void on(World world);
}
