package org.trabecula.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.trabecula.app.Installation;
import org.trabecula.app.ShellUser;
import org.trabecula.app.Transcription;
import org.trabecula.exchange.Problem;
import org.trabecula.exchange.table.OutcomeReading;
import org.trabecula.exchange.table.OutcomeRow;
import org.trabecula.exchange.table.OutcomeTable;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Head;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over outcomes that a team has in a spreadsheet: all rows or none. */
@Command(
        name = "import",
        description =
                "Takes over a spreadsheet of outcomes (CSV), one row per participant and visit: all rows or none.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Parameters(
            paramLabel = "FILE.csv",
            description =
                    "columns subject, arm, visit, fusion, loosening, screws, screws_loose, odi, vas_back, vas_leg")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "what the columns are called in this table, as lines ours=theirs")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--site",
            paramLabel = "ID",
            description = "the site whose participants they are; default: the protocol's first")
    private Optional<String> site = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        SourceFile source = SourceFile.read(file);
        Optional<SourceFile> names =
                mapping.isPresent() ? Optional.of(SourceFile.read(mapping.get())) : Optional.empty();
        try (Installation installation = home.open(Clock.systemUTC())) {
            Protocol protocol = installation.protocol();
            OutcomeReading reading = OutcomeTable.read(
                    source.text(),
                    names.map(SourceFile::text),
                    protocol.arms().stream().map(Arm::id).collect(Collectors.toSet()));
            return switch (reading) {
                case OutcomeReading.Broken(var problems) ->
                    refused(problems.stream().map(ImportCommand::line).toList());
                case OutcomeReading.Rows(var rows) -> record(installation, source, rows);
            };
        }
    }

    private int record(Installation installation, SourceFile source, List<OutcomeRow> rows) {
        String where =
                site.orElseGet(() -> installation.protocol().sites().getFirst().id());
        Intent intent = new Intent.Transcribe(where, source.origin(), Transcription.of(rows));
        Actor actor = ShellUser.as(Role.DATA_MANAGER);
        return switch (installation.desk().submit(Request.of(actor, intent))) {
            case Answer.Recorded(var entries) -> {
                Head head = installation
                        .desk()
                        .headAt(entries.isEmpty() ? 0 : entries.getLast().position());
                long participants =
                        rows.stream().map(OutcomeRow::subject).distinct().count();
                out().println("Recorded as transcribed: " + rows.size() + " rows about " + participants
                        + " participants, in " + entries.size() + " entries.");
                out().println("Journal position " + head.position() + ", head " + head.hash());
                yield 0;
            }
            case Answer.Refused(var objections)
            when unchanged(objections) -> {
                out().println("Nothing changed: every row of " + source.text().name() + " is recorded already.");
                yield 0;
            }
            case Answer.Refused(var objections) ->
                refused(objections.stream()
                        .map(objection -> line(source.text().name(), objection))
                        .toList());
        };
    }

    private static boolean unchanged(List<Objection> objections) {
        return objections.stream().allMatch(objection -> objection.rule() == Rule.NOTHING_CHANGED);
    }

    private int refused(List<String> lines) {
        PrintWriter err = spec.commandLine().getErr();
        lines.forEach(err::println);
        err.println("Nothing was recorded: " + lines.size() + (lines.size() == 1 ? " problem." : " problems."));
        err.flush();
        return 1;
    }

    private static String line(Problem problem) {
        return problem.file() + (problem.line() > 0 ? ", row " + problem.line() : "")
                + (problem.column() > 0 ? ", column " + problem.column() : "") + ": " + problem.sentence() + " ["
                + problem.rule() + "]";
    }

    private static String line(String name, Objection objection) {
        return name + (objection.place().isEmpty() ? "" : ", " + objection.place()) + ": " + objection.sentence() + " ["
                + objection.rule().id() + "]";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
