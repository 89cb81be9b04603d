package org.trabecula.app.web;

import static org.trabecula.study.site.Role.ADJUDICATOR;
import static org.trabecula.study.site.Role.ADMINISTRATOR;
import static org.trabecula.study.site.Role.COORDINATOR;
import static org.trabecula.study.site.Role.DATA_MANAGER;
import static org.trabecula.study.site.Role.INVESTIGATOR;
import static org.trabecula.study.site.Role.MONITOR;
import static org.trabecula.study.site.Role.READER;
import static org.trabecula.study.site.Role.STATISTICIAN;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.study.site.Role;

/** Where each role can go. */
final class Navigation {
    static final Role[] CONDUCT = {COORDINATOR, INVESTIGATOR, DATA_MANAGER, MONITOR};
    static final Role[] UNMASKED = {COORDINATOR, INVESTIGATOR, DATA_MANAGER, MONITOR, STATISTICIAN, ADMINISTRATOR};

    private Navigation() {}

    static List<Shell.Link> links(Visitor visitor, String path) {
        List<Shell.Link> links = new ArrayList<>();
        add(links, visitor, path, "/dashboard", "nav.dashboard", UNMASKED);
        add(links, visitor, path, "/participants", "nav.participants", CONDUCT);
        add(links, visitor, path, "/board", "nav.board", CONDUCT);
        add(links, visitor, path, "/ct-requests", "nav.ct", CONDUCT);
        add(links, visitor, path, "/safety", "nav.safety", CONDUCT);
        add(links, visitor, path, "/inbox", "nav.inbox", COORDINATOR, INVESTIGATOR, DATA_MANAGER);
        add(links, visitor, path, "/quarantine", "nav.quarantine", COORDINATOR, INVESTIGATOR);
        add(links, visitor, path, "/dealing", "nav.dealing", DATA_MANAGER, MONITOR);
        add(links, visitor, path, "/reading", "nav.reading", READER);
        add(links, visitor, path, "/adjudication", "nav.adjudication", ADJUDICATOR);
        add(links, visitor, path, "/design", "nav.design", UNMASKED);
        add(links, visitor, path, "/results", "nav.results", UNMASKED);
        add(links, visitor, path, "/agreement", "nav.agreement", DATA_MANAGER, STATISTICIAN);
        add(links, visitor, path, "/lock", "nav.lock", INVESTIGATOR, DATA_MANAGER, MONITOR, STATISTICIAN);
        add(links, visitor, path, "/what-if", "nav.what-if", UNMASKED);
        add(links, visitor, path, "/accounts", "nav.accounts", ADMINISTRATOR);
        return links;
    }

    private static void add(
            List<Shell.Link> links, Visitor visitor, String path, String to, String key, Role... roles) {
        if (visitor.has(roles)) {
            links.add(new Shell.Link(to, key, path.equals(to) || path.startsWith(to + "/")));
        }
    }
}
