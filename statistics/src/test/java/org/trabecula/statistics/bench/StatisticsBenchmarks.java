package org.trabecula.statistics.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures every task in a virtual machine of its own, one thread, warm, and prints the medians as a Markdown table beside
 * the goals and R's times. Arguments: {@code --quick} for a smoke run of seconds, whose times mean nothing.
 */
public final class StatisticsBenchmarks {
    private static final Path SCRIPT = Path.of("..", "qualification", "peers", "bench.R");
    private static final double HALF = 50;

    private StatisticsBenchmarks() {}

    /** Runs from the folder of the module. */
    public static void main(String... arguments) throws IOException, InterruptedException, RunnerException {
        List<String> given = List.of(arguments);
        boolean quick = given.contains("--quick");
        if (given.stream().anyMatch(one -> !one.equals("--quick"))) {
            System.err.println("bench statistics takes no argument but --quick, and was given " + given);
            System.exit(2);
        }
        List<Task> tasks = Task.all();
        System.err.println("Measuring " + tasks.size() + " tasks, " + (quick ? "some seconds" : "about four minutes"));
        Map<String, Double> medians = medians(quick);
        Peer peer = Peer.measured(SCRIPT, quick);
        print(tasks, medians, peer, quick);
        List<Task> missing =
                tasks.stream().filter(task -> !medians.containsKey(task.name())).toList();
        if (!missing.isEmpty()) {
            System.err.println("Not measured: " + missing);
            System.exit(1);
        }
    }

    private static Map<String, Double> medians(boolean quick) throws RunnerException {
        var medians = new HashMap<String, Double>();
        for (RunResult result : new Runner(options(quick)).run()) {
            String name = result.getParams().getBenchmark();
            medians.put(
                    name.substring(name.lastIndexOf('.') + 1),
                    result.getPrimaryResult().getStatistics().getPercentile(HALF));
        }
        return medians;
    }

    private static Options options(boolean quick) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Tasks.class.getName().replace(".", "\\.") + "\\..*")
                .threads(1)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgsAppend("-XX:+UseSerialGC", "-Xms256m", "-Xmx640m");
        return quick
                ? options.forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(50))
                        .build()
                : options.forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .build();
    }

    private static void print(List<Task> tasks, Map<String, Double> medians, Peer peer, boolean quick) {
        boolean beside = !peer.milliseconds().isEmpty();
        System.out.println("| What | Median | Goal | Met | R 4.2.2, quoted |" + (beside ? " R here |" : ""));
        System.out.println("| --- | --- | --- | --- | --- |" + (beside ? " --- |" : ""));
        for (Task task : tasks) {
            Double median = medians.get(task.name());
            String shown = median == null ? "" : Milliseconds.of(median);
            String met = quick || median == null ? "" : median <= task.goal() ? "yes" : "**no**";
            System.out.println("| " + task.what() + " | " + shown + " | ≤ " + Math.round(task.goal()) + " ms | " + met
                    + " | " + task.quotation() + " |"
                    + (beside
                            ? " "
                                    + here(task, peer).stream()
                                            .mapToObj(Milliseconds::of)
                                            .findFirst()
                                            .orElse("") + " |"
                            : ""));
        }
        System.out.println();
        System.out.println(peer.remark());
        if (quick) {
            System.out.println("This was a smoke run: its times mean nothing.");
        }
    }

    private static OptionalDouble here(Task task, Peer peer) {
        Double time = peer.milliseconds().get(task.name());
        return time == null ? OptionalDouble.empty() : OptionalDouble.of(time);
    }
}
