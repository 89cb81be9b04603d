package org.trabecula.app;

import java.util.Locale;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.site.Role;

/** Who types at the shell, as far as the operating system says. */
public final class ShellUser {
    private ShellUser() {}

    /** The person at the shell, in the role that a command takes, for every site. */
    public static Actor as(Role role) {
        return new Actor(name(System.getProperty("user.name", "")), role.name(), Actor.EVERY_SITE);
    }

    static String name(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
        return "shell." + (plain.isEmpty() ? "somebody" : plain);
    }
}
