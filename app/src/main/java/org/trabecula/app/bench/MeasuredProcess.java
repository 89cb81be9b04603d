package org.trabecula.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program that is measured: its resident memory, in MB, as Linux states it, 0 where it does not; and its end. */
final class MeasuredProcess {
    private MeasuredProcess() {}

    static double now(Process process) throws IOException {
        return stated(process, "VmRSS:");
    }

    /** The most so far. */
    static double peak(Process process) throws IOException {
        return stated(process, "VmHWM:");
    }

    /** Asks it to end, and ends it when it does not. */
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double stated(Process process, String field) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
