package org.trabecula.study.site;

import java.util.List;

/**
 * A person who may work in the study, with what the grants now say.
 *
 * @param renewed the journal position since which the person signs in anew: of the account, its newest link or secret
 */
public record Account(String user, String fullName, List<Grant> grants, boolean open, long renewed) {
    public Account {
        grants = List.copyOf(grants);
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    public boolean masked() {
        return grants.stream().anyMatch(grant -> grant.role().masked());
    }

    public boolean mayAct(Role role, String site) {
        return open && grants.stream().anyMatch(grant -> grant.role() == role && grant.covers(site));
    }
}
