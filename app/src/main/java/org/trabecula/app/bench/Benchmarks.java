package org.trabecula.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trabecula.app.Installation;
import org.trabecula.app.Refusal;
import org.trabecula.app.Transcription;
import org.trabecula.app.demo.Demonstration;
import org.trabecula.app.web.WebProgram;
import org.trabecula.exchange.table.OutcomeReading;
import org.trabecula.exchange.table.OutcomeTable;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;

/** Measures what {@code docs/benchmarks.md} states, in a folder of its own that is removed afterwards. */
public final class Benchmarks {
    private static final int SAVERS = 8;
    private static final int SAVES = 60;
    private static final int PEOPLE = 2_000;
    private static final int REPLAYED = 200_000;
    private final Path base;
    private final Path folder;
    private final PrintWriter out;

    private Benchmarks(Path base, Path folder, PrintWriter out) {
        this.base = base;
        this.folder = folder;
        this.out = out;
    }

    /**
     * Runs what is asked for and prints a Markdown table.
     *
     * @param only names of parts; empty for everything
     * @throws Refusal when there is no such part
     */
    public static void run(Path base, int runs, Set<String> only, PrintWriter out)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("trabecula-bench");
        try {
            new Benchmarks(base, folder, out).table(runs, only);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** Something that is measured. */
    private interface Part {
        List<Measure> measure(int runs) throws IOException, InterruptedException;
    }

    private void table(int runs, Set<String> only) throws IOException, InterruptedException {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("start", this::starts);
        parts.put("results", this::results);
        parts.put("saves", this::saves);
        parts.put("import", this::imports);
        parts.put("participants", this::people);
        parts.put("replay", this::replay);
        parts.put("simulation", Simulations::measure);
        parts.put("report", count -> Reports.measure(protocol(), count));
        parts.put("assistance", count -> new Assistance().measure(count, folder.resolve("ct")));
        if (!parts.keySet().containsAll(only)) {
            throw new Refusal("The parts of the benchmark are: " + String.join(", ", parts.keySet()));
        }
        parts.keySet().removeIf(part -> !only.isEmpty() && !only.contains(part));
        List<Measure> measures = new ArrayList<>();
        for (Part part : parts.values()) {
            measures.addAll(part.measure(runs));
        }
        out.println();
        out.println("| What | Median | Bar |");
        out.println("| --- | --- | --- |");
        measures.forEach(measure -> out.println(measure.row()));
        out.flush();
    }

    private Protocol protocol() {
        try (Installation installation = open(folder.resolve("protocol"))) {
            return installation.protocol();
        }
    }

    private Path demo() {
        Path demo = folder.resolve("demo");
        Demonstration.fill(demo, 2026, 90, LocalDate.now(Clock.systemUTC()), out);
        return demo;
    }

    private List<Measure> starts(int runs) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path demo = demo();
        List<Measure> measures = new ArrayList<>();
        measures.add(
                new Measure("filling the demonstration, 90 participants, 24 months", seconds(start), "s", "≤ 60 s"));
        measures.addAll(new StartUp(base, demo).measure(runs));
        return measures;
    }

    private List<Measure> results(int runs) {
        try (Installation installation = open(demo())) {
            new Workload(installation).account("bench.statistician", Role.STATISTICIAN);
            try (WebProgram.Running running = WebProgram.start(installation, "127.0.0.1", 0);
                    Client client = new Client("http://127.0.0.1:" + running.port())) {
                client.open("/login");
                client.send("/login", Map.of("user", "bench.statistician", "secret", Workload.PASSWORD));
                double[] page = times(runs * 5, () -> client.open("/results"));
                double[] computed = times(
                        runs * 5,
                        () -> installation
                                .desk()
                                .view(register -> Results.of(
                                        register,
                                        installation.protocol(),
                                        installation.desk().headAt(register.position()))));
                return List.of(
                        new Measure("results page, 90 participants", Measure.median(page), "ms", "≤ 200 ms"),
                        new Measure("of which: computing every table anew", Measure.median(computed), "ms", ""));
            }
        }
    }

    /** Eight people save forms at once, each save a synced entry; the slowest of a hundred counts. */
    private List<Measure> saves(int runs) throws InterruptedException {
        List<Double> p99 = new ArrayList<>();
        List<Double> rate = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            try (Installation installation = open(folder.resolve("saves" + run));
                    WebProgram.Running running = WebProgram.start(installation, "127.0.0.1", 0)) {
                Workload workload = new Workload(installation);
                String address = "http://127.0.0.1:" + running.port();
                List<Client> clients = new ArrayList<>();
                for (int i = 0; i < SAVERS; i++) {
                    workload.account("saver." + i, Role.COORDINATOR);
                    Client client = new Client(address);
                    client.signIn("saver." + i, Workload.PASSWORD);
                    clients.add(client);
                }
                save(clients, workload, SAVES / 3);
                long start = System.nanoTime();
                double[] times = save(clients, workload, SAVES);
                rate.add(times.length / seconds(start));
                p99.add(Measure.quantile(times, 0.99));
                clients.forEach(Client::close);
            }
        }
        return List.of(
                new Measure("form save with audit, p99, 8 savers", median(p99), "ms", "≤ 50 ms"),
                new Measure("saves a second then", median(rate), "/s", ""));
    }

    private double[] save(List<Client> clients, Workload workload, int each) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<double[]>> savers = clients.stream()
                    .map(client -> threads.submit(() -> {
                        ParticipantId id = workload.screened(LocalDate.of(2026, 1, 1));
                        return IntStream.range(0, each)
                                .mapToDouble(number -> saveOnce(client, id, workload, number))
                                .toArray();
                    }))
                    .toList();
            return savers.stream()
                    .flatMapToDouble(saver -> Arrays.stream(result(saver)))
                    .toArray();
        }
    }

    private static double saveOnce(Client client, ParticipantId id, Workload workload, int number) {
        Map<String, String> fields = workload.form(number);
        fields.put("seen", "" + number);
        fields.put("reason", number == 0 ? "" : "measured again");
        long start = System.nanoTime();
        var answer = client.send("/participants/" + id + "/forms/screening/m0", fields);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("A save was answered " + answer.statusCode());
        }
        return seconds(start) * 1e3;
    }

    /** A table of 1,250 rows with eight values each: 10,000 item values, read, checked and audited, all or nothing. */
    private List<Measure> imports(int runs) {
        double[] times = new double[runs];
        for (int run = 0; run < runs; run++) {
            try (Installation installation = open(folder.resolve("import" + run))) {
                Workload workload = new Workload(installation);
                long start = System.nanoTime();
                OutcomeReading table =
                        OutcomeTable.read(workload.table(1_250), Optional.empty(), Set.of("titanium", "peek"));
                if (!(table instanceof OutcomeReading.Rows(var rows))) {
                    throw new IllegalStateException("The table cannot be read: " + table);
                }
                workload.record(new Intent.Transcribe(workload.site(), "bench", Transcription.of(rows)));
                times[run] = seconds(start);
            }
        }
        return List.of(new Measure(
                "10,000 item values read from CSV, validated, recorded", Measure.median(times), "s", "≤ 2 s"));
    }

    private List<Measure> people(int runs) {
        try (Installation installation = open(folder.resolve("people"))) {
            Workload workload = new Workload(installation);
            for (int i = 0; i < PEOPLE; i++) {
                workload.screened(LocalDate.of(2026, 1, 1).plusDays(i % 300));
            }
            workload.account("bench.coordinator", Role.COORDINATOR);
            try (WebProgram.Running running = WebProgram.start(installation, "127.0.0.1", 0);
                    Client client = new Client("http://127.0.0.1:" + running.port())) {
                client.signIn("bench.coordinator", Workload.PASSWORD);
                double[] times = times(runs * 5, () -> client.open("/participants"));
                double size = client.open("/participants").body().getBytes(StandardCharsets.UTF_8).length / 1024.0;
                return List.of(
                        new Measure("participants page of 2,000", Measure.median(times), "ms", "≤ 100 ms"),
                        new Measure("its size", size, "KB", "≤ 100 KB"));
            }
        }
    }

    /** Folds a long journal from an empty memory. */
    private List<Measure> replay(int runs) {
        try (Installation installation = open(folder.resolve("replay"))) {
            Workload workload = new Workload(installation);
            while (installation.desk().view(Register::position) < REPLAYED) {
                workload.record(new Intent.Transcribe(
                        workload.site(),
                        "bench",
                        rowsFrom(workload, installation.desk().view(Register::position))));
            }
            Supplier<Register> replay = () -> installation.desk().asOf(Long.MAX_VALUE);
            long start = System.nanoTime();
            double cold = replay.get().position() / seconds(start);
            double milliseconds = Measure.median(times(runs, replay));
            double rate = installation.desk().view(Register::position) * 1000 / milliseconds;
            return List.of(
                    new Measure("replay", rate, "entries/s", "≥ 200,000"),
                    new Measure("the first replay, before the JVM has compiled it", cold, "entries/s", ""));
        }
    }

    private static List<org.trabecula.study.conduct.TranscribedRow> rowsFrom(Workload workload, long position) {
        return workload.rows(10_000).stream()
                .map(row -> new org.trabecula.study.conduct.TranscribedRow(
                        row.place(),
                        new ParticipantId(row.id() + "-" + position),
                        row.arm(),
                        row.visit(),
                        row.outcomes()))
                .toList();
    }

    private static Installation open(Path home) {
        return Installation.open(home, Optional.empty(), Optional.empty(), Clock.systemUTC());
    }

    /** Milliseconds of each run, after a fifth as many to warm up. */
    private static double[] times(int runs, Supplier<?> work) {
        int warming = Math.max(1, runs / 5);
        double[] times = IntStream.range(0, warming + runs)
                .mapToDouble(_ -> {
                    long start = System.nanoTime();
                    Optional<?> done = Optional.of(work.get());
                    return done.isPresent() ? seconds(start) * 1e3 : Double.NaN;
                })
                .toArray();
        return Arrays.copyOfRange(times, warming, times.length);
    }

    private static double[] result(Future<double[]> saver) {
        try {
            return saver.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double median(List<Double> values) {
        return Measure.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
