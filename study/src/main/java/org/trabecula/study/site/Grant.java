package org.trabecula.study.site;

import org.trabecula.study.journal.Actor;

/** A role at a site, or at every site ({@code *}). */
public record Grant(Role role, String site) {

    public boolean covers(String siteId) {
        return site.equals(Actor.EVERY_SITE) || site.equals(siteId);
    }
}
