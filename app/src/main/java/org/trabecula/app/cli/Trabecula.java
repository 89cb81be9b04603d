package org.trabecula.app.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.app.Refusal;
import org.trabecula.app.store.StoreFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** All commands. Exit status: 0 done, 1 refused or not sound, 2 not understood. */
@Command(
        name = "trabecula",
        description = "Runs a spinal-implant study from protocol to published result.",
        mixinStandardHelpOptions = true)
public final class Trabecula implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            AnalyseCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            IngestCommand.class,
            PhantomCommand.class,
            LintCommand.class,
            SimulateCommand.class,
            StatisticsCommand.class,
            BenchCommand.class,
            WarmUpCommand.class);

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    private Trabecula() {}

    /** Runs one command and answers its exit status. */
    public static int run(String... arguments) {
        return commands(arguments).execute(arguments);
    }

    /** Runs one command that prints elsewhere. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commands(arguments).setOut(out).setErr(err).execute(arguments);
    }

    private static CommandLine commands(String... arguments) {
        CommandLine commands = new CommandLine(new Trabecula());
        asked(arguments).forEach(commands::addSubcommand);
        if (Arrays.asList(arguments).contains("statistics")) {
            Optional.ofNullable(commands.getSubcommands().get("statistics")).ifPresent(StatisticsCommand::addMethods);
        }
        return commands.setParameterExceptionHandler(new NotUnderstood())
                .setExecutionExceptionHandler(Trabecula::explain);
    }

    /** The command that is named, alone: to describe all the others by reflection takes a tenth of a start. */
    private static List<Class<?>> asked(String... arguments) {
        List<Class<?>> named = COMMANDS.stream()
                .filter(one -> arguments.length > 0
                        && one.getAnnotation(Command.class).name().equals(arguments[0]))
                .toList();
        return named.isEmpty()
                ? Stream.concat(Stream.of(HelpCommand.class), COMMANDS.stream()).toList()
                : named;
    }

    private static int explain(Exception problem, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (problem instanceof Refusal refusal) {
            command.getErr().println("trabecula: " + refusal.getMessage());
            return 1;
        }
        if (problem instanceof StoreFault fault) {
            command.getErr().println("trabecula: " + fault.getMessage() + ".");
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
