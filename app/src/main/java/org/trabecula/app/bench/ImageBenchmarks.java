package org.trabecula.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.trabecula.app.Refusal;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.identity.DateShift;
import org.trabecula.dicom.identity.Deidentifier;
import org.trabecula.dicom.identity.Secret;
import org.trabecula.dicom.net.CommitmentReport;
import org.trabecula.dicom.net.DicomClient;
import org.trabecula.dicom.net.NetworkLimits;
import org.trabecula.dicom.net.Remote;

/**
 * How quickly a CT is received and given out again, beside Orthanc in the same minutes on the same disk: {@code trabecula bench images}. Needs
 * Debian's orthanc, orthanc-dicomweb and dcmtk; without a C compiler the comparison without Nagle's algorithm is left out. Both sides write
 * every image through to the disk and enter it into their index; ours takes the identity out besides.
 */
public final class ImageBenchmarks {
    private static final String BOUNDARY = "the-boundary-of-the-benchmark";
    private static final String JSON = "application/dicom+json";

    /** Series that both programs receive before those that count. */
    private static final int UNMEASURED = 2;

    private final Path folder;
    private final Path base;
    private final PrintWriter out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int number;

    private ImageBenchmarks(Path base, Path folder, PrintWriter out) {
        this.base = base;
        this.folder = folder;
        this.out = out;
    }

    /**
     * Measures and prints two Markdown tables.
     *
     * @throws Refusal when a peer is not installed
     */
    public static void run(Path base, int runs, PrintWriter out) throws IOException, InterruptedException {
        if (!Orthanc.isInstalled()) {
            throw new Refusal("Orthanc and DCMTK are needed: apt install orthanc orthanc-dicomweb dcmtk");
        }
        Path folder = Files.createTempDirectory("trabecula-bench");
        try {
            new ImageBenchmarks(base, folder, out).measure(runs);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void measure(int runs) throws IOException, InterruptedException {
        Optional<Path> shim = shim();
        List<Comparison> comparisons = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        try (Orthanc orthanc = Orthanc.start(folder.resolve("orthanc"), Optional.empty());
                Orthanc quick = Orthanc.start(folder.resolve("orthanc-quick"), shim);
                OwnServer own = OwnServer.start(base, Files.createDirectories(folder.resolve("home")), "640m")) {
            comparisons.add(stores(
                    "the first series of all, cold: C-STORE, dcmsend untouched",
                    1,
                    orthanc,
                    own,
                    Optional.empty(),
                    ""));
            warm(orthanc, own, Optional.empty());
            comparisons.add(stores("C-STORE, dcmsend untouched", runs, orthanc, own, Optional.empty(), "≥ 5 ×"));
            if (shim.isPresent()) {
                warm(quick, own, shim);
                comparisons.add(stores("C-STORE, TCP_NODELAY at both ends", runs, quick, own, shim, "≥ 1 ×"));
            }
            comparisons.add(stows(runs, orthanc, own));
            measures.add(commitment(runs, own));
            measures.add(metadata(runs, own));
        }
        measures.addAll(memory());
        measures.add(deidentification(runs));
        print(comparisons, measures);
    }

    private void print(List<Comparison> comparisons, List<Measure> measures) {
        out.println();
        out.println("| 300 slices, images/s: median (least–most) | Orthanc | Trabecula | Ratio | Bar |");
        out.println("| --- | --- | --- | --- | --- |");
        comparisons.forEach(comparison -> out.println(comparison.row()));
        out.println();
        out.println("| What | Median | Bar |");
        out.println("| --- | --- | --- |");
        measures.forEach(measure -> out.println(measure.row()));
        out.flush();
    }

    /** A series that nobody has seen, written through to the disk so that it does not disturb. */
    private CtSeries fresh() throws IOException, InterruptedException {
        CtSeries series = CtSeries.write(folder.resolve("series-" + number), number++);
        settle();
        return series;
    }

    /** Whatever anybody left to be written is written before the next is measured. */
    private static void settle() throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
    }

    /** Both receive the same, one after the other: who comes second finds a busier disk, so they take turns at being first. */
    private Comparison compared(String what, int runs, String bar, Handover theirs, Handover ours)
            throws IOException, InterruptedException {
        Comparison comparison = new Comparison(what, new ArrayList<>(), new ArrayList<>(), bar);
        for (int run = 0; run < runs; run++) {
            CtSeries series = fresh();
            boolean first = run % 2 == 0;
            double one = (first ? theirs : ours).rate(series);
            settle();
            double other = (first ? ours : theirs).rate(series);
            comparison.add(first ? one : other, first ? other : one);
            out.println(comparison.newest());
            out.flush();
            discard(series);
        }
        return comparison;
    }

    /** One way to hand over a series. */
    private interface Handover {
        /** In images a second. */
        double rate(CtSeries series) throws IOException, InterruptedException;
    }

    private static void discard(CtSeries series) throws IOException {
        for (Path file : series.files()) {
            Files.delete(file);
        }
    }

    /** Both programs have done what is measured a few times before: a JVM compiles what it does often, and any program has caches to fill. */
    private void warm(Orthanc orthanc, OwnServer own, Optional<Path> shim) throws IOException, InterruptedException {
        for (int run = 0; run < UNMEASURED; run++) {
            CtSeries series = fresh();
            send(series, Orthanc.TITLE, orthanc.dicomPort(), shim);
            send(series, own, shim);
            discard(series);
        }
    }

    private Comparison stores(String what, int runs, Orthanc orthanc, OwnServer own, Optional<Path> shim, String bar)
            throws IOException, InterruptedException {
        return compared(
                what,
                runs,
                bar,
                series -> send(series, Orthanc.TITLE, orthanc.dicomPort(), shim),
                series -> send(series, own, shim));
    }

    private double send(CtSeries series, OwnServer own, Optional<Path> shim) throws IOException, InterruptedException {
        return send(series, OwnServer.TITLE, own.dicomPort(), shim);
    }

    private double send(CtSeries series, String title, int port, Optional<Path> shim)
            throws IOException, InterruptedException {
        ProcessBuilder dcmsend = new ProcessBuilder(
                        "dcmsend",
                        "--scan-directories",
                        "--no-halt",
                        "-aet",
                        OwnServer.SENDER,
                        "-aec",
                        title,
                        "127.0.0.1",
                        "" + port,
                        series.folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dcmsend.log").toFile());
        shim.ifPresent(library -> dcmsend.environment().put("LD_PRELOAD", library.toString()));
        long start = System.nanoTime();
        int exit = dcmsend.start().waitFor();
        double rate = rate(start);
        if (exit != 0) {
            throw new IOException("dcmsend failed: " + Files.readString(folder.resolve("dcmsend.log")));
        }
        return rate;
    }

    private static double rate(long start) {
        return CtSeries.SLICES / ((System.nanoTime() - start) / 1e9);
    }

    private Comparison stows(int runs, Orthanc orthanc, OwnServer own) throws IOException, InterruptedException {
        String theirs = orthanc.address() + "/dicom-web/studies";
        String ours = own.address() + "/dicomweb/studies";
        for (int run = 0; run < UNMEASURED; run++) {
            CtSeries series = fresh();
            stow(List.of(series), theirs, "");
            stow(List.of(series), ours, own.key());
            discard(series);
        }
        return compared(
                "STOW-RS, one request",
                runs,
                "≥ 1 ×",
                series -> stow(List.of(series), theirs, ""),
                series -> stow(List.of(series), ours, own.key()));
    }

    private double stow(List<CtSeries> all, String address, String key) throws IOException, InterruptedException {
        List<HttpRequest.BodyPublisher> parts = new ArrayList<>();
        for (CtSeries series : all) {
            for (Path file : series.files()) {
                parts.add(text("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n"));
                parts.add(BodyPublishers.ofFile(file));
                parts.add(text("\r\n"));
            }
        }
        parts.add(text("--" + BOUNDARY + "--\r\n"));
        HttpRequest.Builder request = request(address, key)
                .header("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(parts.toArray(HttpRequest.BodyPublisher[]::new)));
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        double rate = rate(start) * all.size();
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return rate;
    }

    private static HttpRequest.BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static HttpRequest.Builder request(String address, String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Accept", JSON);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private Measure commitment(int runs, OwnServer own) throws IOException, InterruptedException {
        CtSeries series = fresh();
        send(series, own, Optional.empty());
        Remote remote = new Remote(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), own.dicomPort()),
                OwnServer.TITLE,
                OwnServer.SENDER,
                Optional.empty());
        double[] seconds = new double[runs];
        for (int run = 0; run < runs; run++) {
            try (DicomClient client = DicomClient.open(remote, List.of(), NetworkLimits.standard())) {
                long start = System.nanoTime();
                client.askToKeep("2.25." + (run + 1), series.references());
                CommitmentReport report = client.awaitReport();
                seconds[run] = (System.nanoTime() - start) / 1e9;
                if (report.kept().size() != CtSeries.SLICES) {
                    throw new IOException("Only " + report.kept().size() + " images are kept");
                }
            }
        }
        discard(series);
        return new Measure(
                "storage commitment of 300, each file read and hashed", Measure.median(seconds), "s", "≤ 1 s");
    }

    private Measure metadata(int runs, OwnServer own) throws IOException, InterruptedException {
        String series = own.address() + "/dicomweb/studies/" + first(own, "/studies", "0020000D");
        series += "/series/" + first(own, series.substring(series.indexOf("/studies")) + "/series", "0020000E");
        double[] seconds = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(
                    request(series + "/metadata", own.key()).build(), HttpResponse.BodyHandlers.ofByteArray());
            seconds[run] = (System.nanoTime() - start) / 1e9;
            if (answer.statusCode() != 200 || answer.body().length < 100_000) {
                throw new IOException("The metadata did not come: " + answer.statusCode());
            }
        }
        return new Measure("WADO-RS metadata of the series", Measure.median(seconds), "s", "≤ 0.2 s");
    }

    private String first(OwnServer own, String path, String tag) throws IOException, InterruptedException {
        String json = http.send(
                        request(own.address() + "/dicomweb" + path, own.key()).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String before = "\"" + tag + "\":{\"vr\":\"UI\",\"Value\":[\"";
        int start = json.indexOf(before) + before.length();
        return json.substring(start, json.indexOf('"', start));
    }

    /** A request of 158 MB and one of three times as much, to a program with less memory than either. */
    private List<Measure> memory() throws IOException, InterruptedException {
        try (OwnServer own = OwnServer.start(base, Files.createDirectories(folder.resolve("small-home")), "128m")) {
            String address = own.address() + "/dicomweb/studies";
            CtSeries one = fresh();
            stow(List.of(one), address, own.key());
            double before = own.peak();
            List<CtSeries> three = List.of(fresh(), fresh(), fresh());
            stow(three, address, own.key());
            double after = own.peak();
            discard(one);
            for (CtSeries series : three) {
                discard(series);
            }
            return List.of(
                    new Measure("peak memory with 128 MB of heap after STOW-RS of 158 MB", before, "MB", ""),
                    new Measure("the same after another of 473 MB", after, "MB", "no growth"));
        }
    }

    private Measure deidentification(int runs) throws IOException, InterruptedException {
        CtSeries series = fresh();
        Deidentifier deidentifier = new Deidentifier(Secret.of(new byte[32]));
        DateShift shift = DateShift.of(Secret.of(new byte[32]), "BENCH-20260301");
        double[] rates = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            long bytes = 0;
            for (Path file : series.files()) {
                bytes += deidentifier.release(DicomFile.read(file), "P-bench", shift).length;
            }
            rates[run] = rate(start);
            if (bytes == 0) {
                throw new IOException("Nothing was written");
            }
        }
        discard(series);
        return new Measure(
                "de-identification with its second look, one thread", Measure.median(rates), "images/s", "≥ 150");
    }

    /** The library that switches Nagle's algorithm off; empty without a C compiler. */
    private Optional<Path> shim() throws IOException, InterruptedException {
        Path source = folder.resolve("nodelay.c");
        try (InputStream in = Objects.requireNonNull(ImageBenchmarks.class.getResourceAsStream("/bench/nodelay.c"))) {
            Files.copy(in, source);
        }
        Path library = folder.resolve("nodelay.so");
        try {
            Process cc = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("cc.log").toFile())
                    .start();
            return cc.waitFor(1, TimeUnit.MINUTES) && cc.exitValue() == 0 ? Optional.of(library) : Optional.empty();
        } catch (IOException e) {
            out.println("Without a C compiler there is no measuring without Nagle's algorithm.");
            return Optional.empty();
        }
    }
}
