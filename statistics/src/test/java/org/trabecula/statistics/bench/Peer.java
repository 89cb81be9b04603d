package org.trabecula.statistics.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The same tasks in R, by {@code qualification/peers/bench.R}, where R is installed.
 *
 * @param milliseconds median CPU time by task; a task whose package is not installed is absent
 * @param remark what was done, or why nothing was
 */
record Peer(Map<String, Double> milliseconds, String remark) {

    static Peer measured(Path script, boolean quick) throws IOException, InterruptedException {
        Optional<Path> r = onPath("Rscript");
        if (r.isEmpty()) {
            return new Peer(Map.of(), "R is not on the PATH, so only its quoted times are shown.");
        }
        var builder = new ProcessBuilder(r.get().toString(), script.toString(), quick ? "quick" : "full")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // Its linear algebra would otherwise take all cores, and CPU time would count them all.
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        var times = new HashMap<String, Double>();
        String version = "R";
        for (String line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            String[] parts = line.split(";", -1);
            if (parts[0].equals("time") && parts.length == 3) {
                times.put(parts[1], Double.parseDouble(parts[2]));
            } else if (parts[0].equals("version") && parts.length == 2) {
                version = parts[1];
            }
        }
        int status = process.waitFor();
        return new Peer(
                times,
                status == 0
                        ? version + " was measured beside; a task without its time lacks the package."
                        : version + " ended with status " + status + ", so its times may be incomplete.");
    }

    private static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
