package org.trabecula.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program {@code trabecula}: runs the command that the shell names. Exit status 2 when it names none. */
@Command(
        name = "trabecula",
        description = "Runs a spinal-implant study from protocol to published result.",
        subcommands = HelpCommand.class,
        mixinStandardHelpOptions = true)
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
