package org.trabecula.app.cli;

import org.trabecula.app.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** All commands. Exit status: 0 done, 1 refused or not sound, 2 not understood. */
@Command(
        name = "trabecula",
        description = "Runs a spinal-implant study from protocol to published result.",
        mixinStandardHelpOptions = true,
        subcommands = {
            HelpCommand.class,
            ServeCommand.class,
            WarmUpCommand.class,
            LintCommand.class,
            IngestCommand.class
        })
public final class Trabecula implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    private Trabecula() {}

    /** Runs one command and answers its exit status. */
    public static int run(String... arguments) {
        return new CommandLine(new Trabecula())
                .setExecutionExceptionHandler(Trabecula::explain)
                .execute(arguments);
    }

    private static int explain(Exception problem, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (problem instanceof Refusal refusal) {
            command.getErr().println("trabecula: " + refusal.getMessage());
            return 1;
        }
        throw problem;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
