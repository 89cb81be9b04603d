package org.trabecula.app.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says of a line that is not understood what is wrong with it, what is nearest, and where help is; not the whole help. */
final class NotUnderstood implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        // A required option with a typing error is missing and unknown; the second tells more.
        List<String> unmatched = problem instanceof UnmatchedArgumentException unknown
                ? unknown.getUnmatched()
                : command.getUnmatchedArguments();
        String sentence = unmatched.isEmpty()
                ? ended(String.valueOf(problem.getMessage())) + help(command)
                : unmatched(unmatched.getFirst(), command);
        command.getErr().println("trabecula: " + sentence);
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static String unmatched(String typed, CommandLine command) {
        if (typed.startsWith("-")) {
            return name(command) + " has no option '" + option(typed) + "'."
                    + near(option(typed), command.getCommandSpec().optionsMap().keySet()) + help(command);
        }
        Collection<String> commands = command.getSubcommands().keySet();
        if (commands.isEmpty()) {
            return name(command) + " does not know what to do with '" + typed + "'." + help(command);
        }
        boolean statistics = command.getCommandName().equals("statistics");
        return "There is no " + (statistics ? "statistical method '" : "command '") + typed + "'."
                + near(typed, commands)
                + (statistics ? " 'trabecula statistics' lists them." : help(command));
    }

    private static String option(String typed) {
        return typed.split("=", 2)[0];
    }

    private static String near(String typed, Collection<String> known) {
        return nearest(typed, known).map(one -> " Did you mean " + one + "?").orElse("");
    }

    /** The known word that begins with what was typed, or is it but for a typing error or two. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        int most = Math.max(1, typed.length() / 4);
        return sorted.stream()
                .filter(one -> distance(typed, one) <= most)
                .min(Comparator.comparingInt(one -> distance(typed, one)))
                .or(() -> sorted.stream()
                        .filter(one -> typed.length() > 3 && one.startsWith(typed))
                        .findFirst());
    }

    /** How many letters have to be put in, left out or changed to make one word of the other. */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int before = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                before = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static String help(CommandLine command) {
        return " '" + name(command) + " --help' says what there is.";
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }
}
