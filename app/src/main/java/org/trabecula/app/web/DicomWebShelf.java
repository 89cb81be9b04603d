package org.trabecula.app.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.site.Role;

/**
 * The images that a visitor may see, arranged as DICOMweb asks for them. The same people see the same images here as on the pages of
 * participants and of the inbox; whoever reads blinded sees nothing.
 */
@Component
final class DicomWebShelf {
    private final Installation installation;
    private final Map<ImagingStudyId, String> uids = new ConcurrentHashMap<>();

    DicomWebShelf(Installation installation) {
        this.installation = installation;
    }

    /** A study in the sense of DICOM, with what may be seen of it. */
    record Study(String uid, List<Series> series) {
        Optional<Series> find(String series) {
            return this.series.stream().filter(one -> one.uid().equals(series)).findFirst();
        }

        List<ReceivedInstance> instances() {
            return series.stream().flatMap(one -> one.instances().stream()).toList();
        }
    }

    record Series(String uid, List<ReceivedInstance> instances) {}

    List<Study> seen(Visitor visitor) {
        if (visitor.masked()) {
            return List.of();
        }
        List<ReadingCase> readings = installation
                .desk()
                .view(register -> register.readingRoom()
                        .all()
                        .filter(reading -> !reading.series().isEmpty())
                        .filter(reading -> maySee(register, reading, visitor))
                        .toList());
        return readings.stream().map(this::study).toList();
    }

    Optional<Study> find(String uid, Visitor visitor) {
        return seen(visitor).stream().filter(one -> one.uid().equals(uid)).findFirst();
    }

    Dataset header(ReceivedInstance instance) {
        return installation.images().header(instance.sha256());
    }

    private boolean maySee(Register register, ReadingCase reading, Visitor visitor) {
        return register.place(reading.id())
                .map(place -> register.casebook(place.participant())
                        .filter(casebook -> visitor.works(casebook.site()))
                        .isPresent())
                .orElseGet(() -> visitor.has(Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER)
                        && seesSender(reading, visitor));
    }

    /** As in the inbox: images that no site sent may be anybody's; they show nobody. */
    private boolean seesSender(ReadingCase reading, Visitor visitor) {
        String site = installation
                .desk()
                .about(reading.id().stream())
                .getFirst()
                .actor()
                .site();
        return site.equals(Actor.EVERY_SITE) || visitor.sees(site);
    }

    private Study study(ReadingCase reading) {
        Map<String, List<ReceivedInstance>> series = reading.series().stream()
                .collect(Collectors.groupingBy(
                        ReceivedSeries::uid,
                        LinkedHashMap::new,
                        Collectors.flatMapping(one -> one.instances().stream(), Collectors.toList())));
        return new Study(
                uids.computeIfAbsent(reading.id(), _ -> uid(reading)),
                series.entrySet().stream()
                        .map(one -> new Series(one.getKey(), one.getValue()))
                        .toList());
    }

    private String uid(ReadingCase reading) {
        return header(reading.instances().getFirst())
                .string(Tags.STUDY_INSTANCE_UID)
                .orElse("");
    }
}
