package org.trabecula.app;

import org.trabecula.app.cli.Trabecula;

/** The program {@code trabecula}: runs the command that the shell names. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Trabecula.run(arguments));
    }
}
