package org.trabecula.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.trabecula.app.Refusal;
import org.trabecula.exchange.folder.Reading;
import org.trabecula.exchange.folder.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a study's folder. */
@Command(
        name = "lint",
        description = "Checks a study's folder: unknown fields, types, cycles, missing translations.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    /** Not needed to check a folder, but every command takes it. */
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private final HomeOptions home = new HomeOptions();

    @Parameters(paramLabel = "STUDY", description = "the folder that holds study.yaml")
    private Path folder = Path.of(".");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Refusal(folder + " is not a folder.");
        }
        PrintWriter out = spec.commandLine().getOut();
        return switch (StudyFolder.load(folder)) {
            case Reading.Broken(var problems) -> {
                problems.forEach(out::println);
                out.println(problems.size() + (problems.size() == 1 ? " problem" : " problems"));
                yield 1;
            }
            case Reading.Readable(var protocol, var warnings) -> {
                warnings.forEach(warning -> out.println("warning: " + warning));
                out.println(protocol.id() + " " + protocol.version() + ": OK, "
                        + protocol.forms().size() + " forms, "
                        + protocol.eligibility().size() + " criteria, "
                        + protocol.visits().size() + " visits");
                yield 0;
            }
        };
    }
}
