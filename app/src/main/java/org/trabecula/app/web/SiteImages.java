package org.trabecula.app.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Place;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.site.Role;

/** Imaging studies with all their images, for those who decide on them: coordinators and investigators of the site. */
@Component
final class SiteImages {
    static final Role[] WHO = {Role.COORDINATOR, Role.INVESTIGATOR};
    private final Installation installation;

    SiteImages(Installation installation) {
        this.installation = installation;
    }

    /**
     * An imaging study.
     *
     * @param place where it is filed; empty while it is in the inbox
     * @param site to which it belongs, or which sent it
     * @param entry with which the first of its images arrived
     */
    record Study(ReadingCase reading, Optional<Place> place, String site, Entry entry) {
        /** The images that wait, then the others. */
        List<ReceivedInstance> all() {
            return Stream.concat(
                            reading.images().waiting().stream(),
                            reading.images()
                                    .all()
                                    .filter(one -> !reading.images().waits(one)))
                    .toList();
        }

        String received() {
            return InboxRoutes.minute(entry);
        }

        /** Whether a file is one of those that are there or wait for an answer. */
        boolean has(String sha256) {
            return reading.images().files().contains(sha256);
        }
    }

    /** Where somebody has something to decide, the longest waiting first. */
    List<Study> undecided(Visitor visitor) {
        return installation
                .desk()
                .view(register -> register.readingRoom()
                        .all()
                        .filter(one -> !one.images().waiting().isEmpty()
                                || !one.images().disputed().isEmpty())
                        .toList())
                .stream()
                .flatMap(one -> study(one, visitor).stream())
                .sorted(Comparator.comparingLong(one -> one.entry().position()))
                .toList();
    }

    Optional<Study> find(String handle, Visitor visitor) {
        return ImagingStudyId.valid(handle)
                ? installation
                        .desk()
                        .view(register -> register.readingRoom().find(new ImagingStudyId(handle)))
                        .flatMap(one -> study(one, visitor))
                : Optional.empty();
    }

    private Optional<Study> study(ReadingCase reading, Visitor visitor) {
        Entry entry = installation.desk().about(reading.id().stream()).getFirst();
        Optional<Place> place = installation.desk().view(register -> register.place(reading.id()));
        String site = place.flatMap(at -> installation
                        .desk()
                        .view(register -> register.casebook(at.participant()).map(Casebook::site)))
                .orElse(entry.actor().site());
        boolean theirs = site.equals(Actor.EVERY_SITE) || visitor.has(site, WHO);
        return theirs ? Optional.of(new Study(reading, place, site, entry)) : Optional.empty();
    }
}
