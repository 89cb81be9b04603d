package org.trabecula.cluster;

import java.util.Arrays;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;

/**
 * The program that the shell starts. {@code conduct MASTER FROM TO} reads the line of trials from standard input and writes one line
 * for each study, in order, or one that begins with an exclamation mark and says why it stops. {@code master} and {@code worker}
 * are Spark's own, for those who have nothing of Spark but this.
 */
public final class Main {
    private static final int NOT_UNDERSTOOD = 2;

    private Main() {}

    /** Ends with status 0 when all is done, 1 when it is not, 2 when it was not understood. */
    public static void main(String[] arguments) throws InterruptedException {
        String task = arguments.length == 0 ? "" : arguments[0];
        String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        switch (task) {
            case "master" -> Master.main(rest);
            case "worker" -> Worker.main(rest);
            case "conduct" -> System.exit(new Errand(System.in, System.out).run(rest));
            default -> {
                System.err.println("This is what 'trabecula simulate --engine spark' starts.");
                System.exit(NOT_UNDERSTOOD);
            }
        }
    }
}
