package org.trabecula.study.journal;

/**
 * Who acted: the account, the role it acted in, and the site it acted for ({@code *} for all sites). Never empty; what
 * the program does by itself is done by {@link #program()}.
 */
public record Actor(String user, String role, String site) {
    public static final String EVERY_SITE = "*";

    public Actor {
        if (user.isBlank() || role.isBlank() || site.isBlank()) {
            throw new IllegalArgumentException("An entry names who acted, in which role, for which site");
        }
    }

    /** The program itself, for example when it adopts a protocol at its first start. */
    public static Actor program() {
        return new Actor("program", "program", EVERY_SITE);
    }

    public boolean isProgram() {
        return role.equals("program");
    }
}
