package org.trabecula.app.network;

import java.util.Locale;
import java.util.Optional;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.site.Role;

/**
 * Somebody who may send images: a scanner, a workstation, an archive.
 *
 * @param title its application entity title
 * @param site for which it sends; {@code *} for several
 * @param reports where it waits for promises to keep images, as {@code host:port}
 */
record Sender(String title, String site, Optional<Address> reports) {

    /** Where something listens. */
    record Address(String host, int port) {}

    /** As whom the journal knows it. Sending images is a coordinator's work, whoever presses the button. */
    Actor actor() {
        String name = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
        return new Actor("dicom." + name, Role.COORDINATOR.name(), site);
    }
}
