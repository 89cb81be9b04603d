package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomJson;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.site.Role;

/** Search for studies, series and instances: QIDO-RS (PS3.18 section 10.6). */
@Controller
final class DicomWebSearch {
    static final String JSON = "application/dicom+json";
    private static final Tag RETRIEVE_URL = Tag.named("RetrieveURL");
    private static final Tag AVAILABILITY = Tag.named("InstanceAvailability");
    private static final Tag MODALITIES = Tag.named("ModalitiesInStudy");
    private static final Tag SERIES_COUNT = Tag.named("NumberOfStudyRelatedSeries");
    private static final Tag STUDY_COUNT = Tag.named("NumberOfStudyRelatedInstances");
    private static final Tag IMAGE_COUNT = Tag.named("NumberOfSeriesRelatedInstances");

    /** Tables 10.6.3-3 to 10.6.3-5: what every answer has. */
    private static final Set<Tag> OF_STUDIES =
            tags("SpecificCharacterSet StudyDate StudyTime AccessionNumber InstanceAvailability ModalitiesInStudy"
                    + " ReferringPhysicianName TimezoneOffsetFromUTC RetrieveURL PatientName PatientID PatientBirthDate"
                    + " PatientSex StudyInstanceUID StudyID NumberOfStudyRelatedSeries NumberOfStudyRelatedInstances");

    private static final Set<Tag> OF_SERIES =
            tags("SpecificCharacterSet Modality TimezoneOffsetFromUTC SeriesDescription RetrieveURL SeriesInstanceUID"
                    + " StudyInstanceUID SeriesNumber NumberOfSeriesRelatedInstances PerformedProcedureStepStartDate"
                    + " PerformedProcedureStepStartTime RequestAttributesSequence");

    private static final Set<Tag> OF_INSTANCES = tags(
            "SpecificCharacterSet SOPClassUID SOPInstanceUID InstanceAvailability TimezoneOffsetFromUTC RetrieveURL"
                    + " StudyInstanceUID SeriesInstanceUID InstanceNumber Rows Columns BitsAllocated NumberOfFrames");

    private final DicomWebShelf shelf;

    DicomWebSearch(DicomWebShelf shelf) {
        this.shelf = shelf;
    }

    private static Set<Tag> tags(String keywords) {
        return Stream.of(keywords.split(" ", -1)).map(Tag::named).collect(Collectors.toUnmodifiableSet());
    }

    /** Where DICOMweb begins at this server, as the one who asks has called it. */
    static String base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.indexOf("/dicomweb") + "/dicomweb".length());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/dicomweb/studies")
    ResponseEntity<String> studies(Visitor visitor, HttpServletRequest request) {
        return answer(
                request,
                OF_STUDIES,
                shelf.seen(visitor).stream()
                        .map(study -> study(study, base(request)))
                        .toList());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping({"/dicomweb/series", "/dicomweb/studies/{study}/series"})
    ResponseEntity<String> series(@PathVariable Optional<String> study, Visitor visitor, HttpServletRequest request) {
        List<Dataset> found = new ArrayList<>();
        studies(study, visitor)
                .forEach(one -> one.series().forEach(series -> found.add(series(one, series, base(request)))));
        return study.isPresent() && found.isEmpty()
                ? ResponseEntity.notFound().build()
                : answer(request, joined(OF_SERIES, study), found);
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping({
        "/dicomweb/instances",
        "/dicomweb/studies/{study}/instances",
        "/dicomweb/studies/{study}/series/{series}/instances"
    })
    ResponseEntity<String> instances(
            @PathVariable Optional<String> study,
            @PathVariable Optional<String> series,
            Visitor visitor,
            HttpServletRequest request) {
        List<Dataset> found = new ArrayList<>();
        for (DicomWebShelf.Study one : studies(study, visitor)) {
            for (DicomWebShelf.Series part : one.series()) {
                if (series.isEmpty() || series.get().equals(part.uid())) {
                    part.instances().forEach(image -> found.add(instance(one, part, image, base(request))));
                }
            }
        }
        return study.isPresent() && found.isEmpty()
                ? ResponseEntity.notFound().build()
                : answer(request, OF_INSTANCES, found);
    }

    private List<DicomWebShelf.Study> studies(Optional<String> study, Visitor visitor) {
        return study.map(uid -> shelf.find(uid, visitor).stream().toList()).orElseGet(() -> shelf.seen(visitor));
    }

    /** A search over all studies says of each answer to which it belongs. */
    private static Set<Tag> joined(Set<Tag> own, Optional<String> study) {
        return study.isPresent()
                ? own
                : Stream.concat(own.stream(), OF_STUDIES.stream()).collect(Collectors.toSet());
    }

    private ResponseEntity<String> answer(HttpServletRequest request, Set<Tag> always, List<Dataset> found) {
        DicomWebQuery query;
        try {
            query = DicomWebQuery.of(request.getParameterMap());
        } catch (IllegalArgumentException e) {
            return ResponseEntity.badRequest().body("A parameter is not understood.");
        }
        List<Dataset> matching = found.stream().filter(query::matches).toList();
        return json(query.page(matching).stream()
                .map(one -> DicomJson.of(query.shown(one, always)))
                .collect(Collectors.joining(",", "[", "]")));
    }

    static ResponseEntity<String> json(String body) {
        return ResponseEntity.ok()
                .header("Content-Type", JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(body);
    }

    private Dataset study(DicomWebShelf.Study study, String base) {
        return ofStudy(study)
                .put(RETRIEVE_URL, base + "/studies/" + study.uid())
                .build();
    }

    private DatasetBuilder ofStudy(DicomWebShelf.Study study) {
        List<ReceivedInstance> images = study.instances();
        String[] modalities = study.series().stream()
                .map(one -> shelf.header(one.instances().getFirst()))
                .flatMap(header -> header.string(Tags.MODALITY).stream())
                .distinct()
                .toArray(String[]::new);
        return shelf.header(images.getFirst()).toBuilder()
                .put(AVAILABILITY, "ONLINE")
                .put(MODALITIES, modalities)
                .put(SERIES_COUNT, study.series().size())
                .put(STUDY_COUNT, images.size());
    }

    private Dataset series(DicomWebShelf.Study study, DicomWebShelf.Series series, String base) {
        DatasetBuilder found = ofStudy(study);
        Dataset header = shelf.header(series.instances().getFirst());
        header.elements().forEach(element -> found.put(element, header));
        return found.put(IMAGE_COUNT, series.instances().size())
                .put(RETRIEVE_URL, base + "/studies/" + study.uid() + "/series/" + series.uid())
                .build();
    }

    private Dataset instance(
            DicomWebShelf.Study study, DicomWebShelf.Series series, ReceivedInstance image, String base) {
        return shelf.header(image).toBuilder()
                .put(AVAILABILITY, "ONLINE")
                .put(
                        RETRIEVE_URL,
                        base + "/studies/" + study.uid() + "/series/" + series.uid() + "/instances/" + image.uid())
                .build();
    }
}
