package org.trabecula.app.cli;

import java.util.Locale;

/** Who types at the shell, as far as the operating system says. */
final class ShellUser {
    private ShellUser() {}

    /** The name under which the journal knows the person at the shell. */
    static String name() {
        return name(System.getProperty("user.name", ""));
    }

    static String name(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
        return "shell." + (plain.isEmpty() ? "somebody" : plain);
    }
}
