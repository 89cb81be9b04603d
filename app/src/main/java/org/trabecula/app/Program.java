package org.trabecula.app;

/** What an analysis says about the program that made it. */
public final class Program {
    /** That of the root pom; a test holds the two together. */
    public static final String VERSION = "0.1.0-SNAPSHOT";

    private Program() {}
}
