package org.trabecula.app.web;

import java.util.Arrays;
import java.util.Comparator;
import org.trabecula.study.conduct.Duties;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.site.Account;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;

/** Who is signed in, with the grants as they are at this request. */
record Visitor(Account account) {

    String user() {
        return account.user();
    }

    boolean has(Role... roles) {
        return Arrays.stream(roles).anyMatch(account::has);
    }

    boolean masked() {
        return account.masked();
    }

    /** Whether the visitor may see anything of a site. */
    boolean sees(String site) {
        return account.grants().stream().anyMatch(grant -> grant.covers(site));
    }

    /** Whether the visitor conducts the study at a site or looks after its conduct: sees its participants one by one. */
    boolean works(String site) {
        return has(site, Navigation.CONDUCT);
    }

    /** Whether the visitor has one of the roles at a site. */
    boolean has(String site, Role... roles) {
        return Arrays.stream(roles).anyMatch(role -> account.mayAct(role, site));
    }

    boolean may(Intent intent) {
        return account.grants().stream().anyMatch(grant -> Duties.of(intent).contains(grant.role()));
    }

    /** In which role the visitor does what belongs to no site. */
    Actor actor(Intent intent) {
        return actor(intent, Actor.EVERY_SITE);
    }

    /** In which role the visitor does this: one that the duty asks for, at that site first; else any, to be refused. */
    Actor actor(Intent intent, String site) {
        Grant grant = account.grants().stream()
                .filter(one -> Duties.of(intent).contains(one.role()))
                .min(Comparator.comparing((Grant one) -> !one.covers(site)).thenComparing(Grant::site))
                .orElse(account.grants().getFirst());
        return new Actor(account.user(), grant.role().name(), grant.site());
    }
}
