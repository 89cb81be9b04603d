package org.trabecula.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What memory of a process is resident, in MB, as Linux states it; 0 where it does not. */
final class ProcessMemory {
    private ProcessMemory() {}

    static double now(Process process) throws IOException {
        return stated(process, "VmRSS:");
    }

    /** The most so far. */
    static double peak(Process process) throws IOException {
        return stated(process, "VmHWM:");
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
