package org.trabecula.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trabecula.app.Installation;
import org.trabecula.app.Refusal;
import org.trabecula.app.Seal;
import org.trabecula.app.report.ReportFolder;
import org.trabecula.app.report.Reporting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the report. */
@Command(
        name = "report",
        description = "Writes the report of the study: one page, one PDF, tables, figures, data and manifest.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Option(
            names = "--as-of",
            paramLabel = "POSITION",
            description = "the journal position to report at; default: the newest")
    private Optional<Long> asOf = Optional.empty();

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "where the files go")
    private Path out = Path.of("report");

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "en or zh (default: ${DEFAULT-VALUE})")
    private String language = "en";

    @Option(
            names = "--font",
            paramLabel = "FILE.ttf",
            description = "a TrueType font with Chinese letters for the PDF; default: one that this machine has")
    private Optional<Path> font = Optional.empty();

    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            defaultValue = "http://localhost:8080",
            description = "where participants'' pages are, for links (default: ${DEFAULT-VALUE})")
    private String server = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Reporting reporting = new Reporting(locale(), server, letters());
        try (Installation installation = home.existing(Clock.systemUTC())) {
            ReportFolder report = reporting.of(installation, asOf);
            report.write(out);
            PrintWriter printer = spec.commandLine().getOut();
            printer.println(report.files().size() + " files in " + out);
            if (!report.outcomes()) {
                printer.println("They hold no outcome: " + Seal.SENTENCE);
            }
            if (!report.agrees()) {
                printer.println("The second computation of the primary numbers disagrees: see the first page.");
            }
            printer.flush();
            return report.agrees() ? 0 : 1;
        }
    }

    private Locale locale() {
        return switch (language) {
            case "en" -> Locale.ENGLISH;
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            default -> throw new Refusal("The report is written in en or zh, not in " + language + ".");
        };
    }

    private Optional<Path> letters() {
        if (font.filter(file -> !Files.isRegularFile(file)).isPresent()) {
            throw new Refusal("There is no font in " + font.get() + ".");
        }
        Optional<Path> found = font.or(Reporting::chineseFont);
        if (language.equals("zh") && found.isEmpty()) {
            throw new Refusal("The PDF needs a TrueType font with Chinese letters: name one with --font, or install"
                    + " Droid Sans Fallback (Debian: fonts-droid-fallback).");
        }
        return language.equals("zh") ? found : font;
    }
}
