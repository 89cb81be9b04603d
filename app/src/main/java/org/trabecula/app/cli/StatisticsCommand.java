package org.trabecula.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.app.Refusal;
import org.trabecula.qualification.Catalogue;
import org.trabecula.qualification.Computation;
import org.trabecula.qualification.Method;
import org.trabecula.qualification.Qualification;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The statistical methods at the shell; alone, the command lists them. */
@Command(
        name = "statistics",
        description = "Computes statistical methods from tables and case files, and qualifies them.",
        mixinStandardHelpOptions = true)
final class StatisticsCommand implements Runnable {
    private static final int WIDTH = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Adds a command for each method; only done where statistics are asked for, since it loads all of them. */
    static void addMethods(CommandLine statistics) {
        for (Method method : Catalogue.all()) {
            statistics.addSubcommand(method.name(), new CommandLine(MethodCommand.of(method)));
        }
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "trabecula statistics METHOD --help      what a method does, its convention, reference and options");
        out.println("trabecula statistics METHOD [options]   computes it; --json for JSON");
        out.println("trabecula statistics compute CASE.json  computes case files, one line of JSON for each");
        out.println("trabecula statistics qualify FOLDER     compares with the numbers that reference cases expect");
        out.println();
        int longest = Catalogue.all().stream()
                .mapToInt(method -> method.name().length())
                .max()
                .orElse(0);
        for (Method method : Catalogue.all()) {
            List<String> lines = wrapped(method.guide().does(), WIDTH - longest - 2);
            for (int i = 0; i < lines.size(); i++) {
                String name = i == 0 ? method.name() : "";
                out.println(name + " ".repeat(longest + 2 - name.length()) + lines.get(i));
            }
        }
        out.flush();
    }

    private static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Command(
            name = "compute",
            description = "Computes case files and prints one line of JSON for each:"
                    + " {\"id\":...,\"result\":{...}}, or {\"id\":...,\"error\":\"...\"} for an unusable case.",
            mixinStandardHelpOptions = true)
    int compute(
            @Parameters(
                            paramLabel = "CASE.json",
                            arity = "1..*",
                            description = "case files; data are relative to the folder above a case's own")
                    List<Path> cases) {
        PrintWriter out = spec.commandLine().getOut();
        int status = 0;
        for (Path file : cases) {
            Computation one = Computation.of(file);
            status = one.result().isPresent() ? status : 1;
            out.println(one.json());
            out.flush();
        }
        return status;
    }

    @Command(
            name = "qualify",
            description = "Computes all cases of a folder and prints each number out of tolerance.",
            mixinStandardHelpOptions = true)
    int qualify(
            @Parameters(paramLabel = "FOLDER", description = "the folder that holds cases/, or the cases themselves")
                    Path folder)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int passed = 0;
        int failed = 0;
        for (Path file : cases(folder)) {
            Qualification one = Qualification.of(file);
            one.deviations().forEach(deviation -> out.println(one.id() + ": " + deviation));
            passed += one.passed() ? 1 : 0;
            failed += one.passed() ? 0 : 1;
        }
        out.println(passed + " passed, " + failed + " failed");
        out.flush();
        return failed == 0 ? 0 : 1;
    }

    private static List<Path> cases(Path folder) throws IOException {
        Path cases = Files.isDirectory(folder.resolve("cases")) ? folder.resolve("cases") : folder;
        if (!Files.isDirectory(cases)) {
            throw new Refusal(folder + " is not a folder.");
        }
        try (Stream<Path> files = Files.list(cases)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (all.isEmpty()) {
                throw new Refusal(cases + " holds no case (*.json).");
            }
            return all;
        }
    }
}
