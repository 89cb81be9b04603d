package org.trabecula.qualification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A statistical method that can be asked for by name.
 *
 * @param name its name, such as {@code risk-difference}
 * @param guide what a statistician at the shell reads about it
 * @param leeways looser tolerances for parts whose reference is itself inexact
 * @param computation what it does
 */
public record Method(String name, Guide guide, List<Leeway> leeways, Function<Case, Answer> computation) {

    /**
     * What a method is.
     *
     * @param does what it computes, in a sentence
     * @param convention what it does where programs differ
     * @param reference the paper and equation, or the standard and section
     * @param inputs its settings
     */
    public record Guide(String does, String convention, String reference, List<Input> inputs) {}

    /**
     * A setting of a method.
     *
     * @param name its name in a case's {@code inputs}, and the option's name at the shell
     * @param means what it is, with its unit
     * @param needed whether the method cannot do without
     */
    public record Input(String name, String means, boolean needed) {}

    /**
     * A tolerance for some of a method's numbers.
     *
     * @param path a regular expression for the number's place, such as {@code .*\.se(\[\d+])?}
     * @param allowance how far a number may be from the one expected
     * @param why the reason, for the record
     */
    public record Leeway(String path, Allowance allowance, String why) {}

    /** How far a number may be from the one expected, given all that was expected and all that was found. */
    @FunctionalInterface
    public interface Allowance {
        /**
         * The largest distance.
         *
         * @param path the number's place
         * @param wanted the number expected there
         * @param expected all numbers expected
         * @param found all numbers found
         */
        double distance(String path, double wanted, JsonNode expected, JsonNode found);
    }

    public Method {
        leeways = List.copyOf(leeways);
    }

    static Method of(String name, Guide guide, Function<Case, Answer> computation) {
        return new Method(name, guide, List.of(), computation);
    }

    static Guide guide(String does, String convention, String reference, Input... inputs) {
        return new Guide(does, convention, reference, List.of(inputs));
    }

    static Input needs(String name, String means) {
        return new Input(name, means, true);
    }

    static Input takes(String name, String means) {
        return new Input(name, means, false);
    }

    /** The same method with a looser tolerance for some numbers: so much of the expected number's size, and so much more. */
    Method loose(String path, double relative, double absolute, String why) {
        return loose(path, (_, wanted, _, _) -> absolute + relative * Math.abs(wanted), why);
    }

    /** The same method with a tolerance of another kind for some numbers. */
    Method loose(String path, Allowance allowance, String why) {
        var more = new ArrayList<>(leeways);
        more.add(new Leeway(path, allowance, why));
        return new Method(name, guide, more, computation);
    }

    /**
     * Computes.
     *
     * @throws Unusable if the case lacks something or its data have no result
     */
    public Answer compute(Case asked) {
        for (Input input : guide.inputs()) {
            if (input.needed() && !asked.inputs().has(input.name())) {
                throw new Unusable("inputs." + input.name() + " is missing: " + input.means());
            }
        }
        try {
            return computation.apply(asked);
        } catch (IllegalArgumentException problem) {
            throw new Unusable(String.valueOf(problem.getMessage()));
        }
    }
}
