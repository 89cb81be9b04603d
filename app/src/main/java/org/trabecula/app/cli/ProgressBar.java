package org.trabecula.app.cli;

import java.io.PrintWriter;

/** How far a long task has come, on one line of the shell. */
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final int all;
    private int shown = -1;

    ProgressBar(PrintWriter out, int all) {
        this.out = out;
        this.all = all;
    }

    /** Says that so many are done; prints when that is another hundredth. */
    void at(int done) {
        int percent = (int) (100L * done / all);
        if (percent != shown) {
            shown = percent;
            int full = WIDTH * percent / 100;
            out.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + done + " of " + all);
            out.flush();
        }
    }

    @Override
    public void close() {
        out.println();
        out.flush();
    }
}
