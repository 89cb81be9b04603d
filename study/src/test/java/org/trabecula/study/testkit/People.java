package org.trabecula.study.testkit;

import org.trabecula.study.journal.Actor;

/** Who acts in the stories. */
public final class People {
    public static final Actor COORDINATOR = new Actor("chen", "COORDINATOR", "01");
    public static final Actor INVESTIGATOR = new Actor("wang", "INVESTIGATOR", "01");
    public static final Actor COORDINATOR_ELSEWHERE = new Actor("olsen", "COORDINATOR", "02");
    public static final Actor BY_FIRST_READER = new Actor("ito", "READER", "*");
    public static final Actor BY_SECOND_READER = new Actor("silva", "READER", "*");
    public static final Actor BY_THIRD_READER = new Actor("novak", "READER", "*");
    public static final Actor BY_ADJUDICATOR = new Actor("okafor", "ADJUDICATOR", "*");
    public static final Actor DATA_MANAGER = new Actor("dubois", "DATA_MANAGER", "*");
    public static final Actor DATA_MANAGER_ELSEWHERE = new Actor("berg", "DATA_MANAGER", "02");
    public static final Actor ADMINISTRATOR = new Actor("root-admin", "ADMINISTRATOR", "*");

    public static final Actor STATISTICIAN = new Actor("fischer", "STATISTICIAN", "*");

    private People() {}
}
