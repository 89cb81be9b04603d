package org.trabecula.study.testkit;

/** Something that somebody does in a story. */
@FunctionalInterface
public interface Step {
    void take(World world);

    /** The same with a reason. */
    default Step because(String why) {
        return world -> world.during(why, "", () -> take(world));
    }

    /** The same with a submission key. */
    default Step once(String key) {
        return world -> world.during("", key, () -> take(world));
    }

    /** This and then that, as one step. */
    default Step then(Step next) {
        return world -> {
            take(world);
            next.take(world);
        };
    }
}
