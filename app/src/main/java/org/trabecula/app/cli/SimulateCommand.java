package org.trabecula.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trabecula.app.Refusal;
import org.trabecula.exchange.folder.Reading;
import org.trabecula.exchange.folder.StudyFolder;
import org.trabecula.simulation.mechanism.Parameter;
import org.trabecula.simulation.trial.Plan;
import org.trabecula.simulation.trial.Rules;
import org.trabecula.simulation.trial.Scenario;
import org.trabecula.simulation.trial.ScenarioText;
import org.trabecula.simulation.trial.StudyResult;
import org.trabecula.simulation.trial.Trials;
import org.trabecula.simulation.trial.Truth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries the whole plan on virtual studies. */
@Command(
        name = "simulate",
        description =
                "Conducts virtual studies of a model of the mechanism and analyses each by the plan: power, errors of the first kind,"
                        + " bias, coverage. Goes on where it was stopped; the results depend neither on the number of threads nor on the engine.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final int MOST_STUDIES = 1_000_000;
    private static final int MOST_THREADS = 256;
    private static final int LIVES = 40_000;

    /** Of these only the study's folder is asked for: its charter, visits and endpoints hold. */
    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Option(names = "--studies", description = "virtual studies of each scenario (default: ${DEFAULT-VALUE})")
    private int studies = 1000;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description =
                    "lines like 'cage-speed: [1, 1.45]'; several values make a grid; default: the reference model")
    private Optional<Path> scenario = Optional.empty();

    @Option(names = "--out", paramLabel = "FOLDER", description = "where the results go; default: simulation")
    private Path out = Path.of("simulation");

    @Option(names = "--seed", description = "of all chance (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--threads", description = "default: as many as there are processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description =
                    "threads of this program, or spark: the same results from Apache Spark (default: ${DEFAULT-VALUE})")
    private String engine = "threads";

    @Option(
            names = "--master",
            paramLabel = "MASTER",
            description =
                    "where Spark works: local[2] is two threads here, spark://host:7077 a cluster; default: every processor here")
    private Optional<String> master = Optional.empty();

    @Option(
            names = "--bootstrap",
            paramLabel = "REPLICATES",
            description = "resamples of each weighted primary analysis, 100 or more; default: none")
    private int bootstrap;

    @Option(
            names = "--imputations",
            paramLabel = "M",
            description =
                    "how often what is missing is filled in for the weighted primary analyses, 2 or more; default: none")
    private int imputations;

    @Option(names = "--parameters", description = "list the parameters with unit, reference value, range and source")
    private boolean parameters;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (parameters) {
            list();
            return 0;
        }
        require("--studies", studies, MOST_STUDIES);
        require("--threads", threads, MOST_THREADS);
        Plan.objection(bootstrap, imputations).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        Plan plan = new Plan(bootstrap, imputations);
        List<Scenario> grid = grid();
        Rules rules = rules();
        Files.createDirectories(out);
        Engine conducting = engine();
        List<SimulationReport.Part> parts = new ArrayList<>();
        for (int index = 0; index < grid.size(); index++) {
            Scenario one = grid.get(index);
            say(one.name() + " (" + (index + 1) + " of " + grid.size() + ")");
            Trials trials = new Trials(one, rules, plan, seed);
            StudyLines file = new StudyLines(out.resolve("scenario-" + (index + 1) + ".csv"), trials.line(), plan);
            parts.add(new SimulationReport.Part(
                    one, Truth.of(one, rules, LIVES, seed), conduct(conducting, trials, file)));
        }
        SimulationReport report = new SimulationReport(rules, plan, seed, parts);
        Files.writeString(out.resolve("summary.csv"), report.csv(), StandardCharsets.UTF_8);
        Files.writeString(out.resolve("summary.json"), report.json(), StandardCharsets.UTF_8);
        PrintWriter printed = spec.commandLine().getOut();
        printed.print(report.text());
        printed.flush();
        return 0;
    }

    /** Goes on from the lines that the file has, and answers with all. */
    private List<StudyResult> conduct(Engine conducting, Trials trials, StudyLines file)
            throws IOException, InterruptedException {
        List<StudyResult> results = new ArrayList<>(file.read(studies));
        try (StudyLines.Pen pen = file.append(results.size());
                ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), studies)) {
            bar.at(results.size());
            conducting.run(trials, results.size(), studies, block -> {
                pen.write(block);
                results.addAll(block);
                bar.at(results.size());
            });
        }
        return results;
    }

    private Engine engine() {
        return switch (engine) {
            case "threads" -> {
                if (master.isPresent()) {
                    throw new Refusal("--master is for --engine spark.");
                }
                yield (trials, from, to, sink) -> trials.run(from, to, threads, sink);
            }
            case "spark" ->
                SparkEngine.in(
                        Path.of(System.getProperty("trabecula.base", ".")),
                        master.orElse("local[*]"),
                        out.resolve("spark.log"));
            default -> throw new Refusal("--engine is threads or spark, but not " + engine + ".");
        };
    }

    private List<Scenario> grid() throws IOException {
        if (scenario.isPresent() && !Files.isRegularFile(scenario.get())) {
            throw new Refusal(scenario.get() + " is not a file.");
        }
        String text = scenario.isPresent() ? Files.readString(scenario.get()) : "";
        return switch (ScenarioText.read(text)) {
            case ScenarioText.Grid(var scenarios) -> scenarios;
            case ScenarioText.Unusable(var problems) -> throw new Refusal(String.join("\n", problems));
        };
    }

    private Rules rules() throws IOException {
        if (home.study().isEmpty()) {
            return Rules.reference();
        }
        Path study = home.study().get();
        return switch (StudyFolder.load(study)) {
            case Reading.Readable(var protocol, var _) -> Rules.of(protocol);
            case Reading.Broken(var problems) -> throw new Refusal(study + " is not sound: " + problems.getFirst());
        };
    }

    private static void require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new Refusal(option + " lies between 1 and " + most + ", but it is " + value + ".");
        }
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }

    private void list() {
        PrintWriter printed = spec.commandLine().getOut();
        for (Parameter one : Parameter.values()) {
            printed.println(one.id() + ": " + one.reference() + " " + one.unit() + " [" + one.low() + ", " + one.high()
                    + "]  " + one.source());
        }
        printed.flush();
    }
}
