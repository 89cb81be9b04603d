package org.trabecula.app.images;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.dicom.pixel.SeriesOrder;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReceivedSeries;

/** The files of one original study that came in one upload, each instance once. */
record Collected(ImagingStudyId id, List<Examined> files) {
    Collected {
        files = List.copyOf(files);
    }

    static List<Collected> byStudy(List<Examined> files) {
        Map<ImagingStudyId, List<Examined>> studies =
                files.stream().collect(Collectors.groupingBy(Examined::study, LinkedHashMap::new, Collectors.toList()));
        return studies.entrySet().stream()
                .map(study -> new Collected(study.getKey(), study.getValue()))
                .toList();
    }

    /** A study with any CT in it is read as a CT. */
    Modality modality() {
        return files.stream().anyMatch(file -> file.modality().equals("CT")) ? Modality.CT : Modality.RADIOGRAPH;
    }

    /** Series by their number, images as they are shown. */
    List<ReceivedSeries> series() {
        Map<String, List<Examined>> series = files.stream()
                .sorted(Comparator.comparingInt(Examined::seriesNumber).thenComparing(Examined::seriesUid))
                .collect(Collectors.groupingBy(Examined::seriesUid, LinkedHashMap::new, Collectors.toList()));
        List<ReceivedSeries> received = new ArrayList<>();
        series.forEach((uid, images) -> received.add(new ReceivedSeries(
                uid,
                images.getFirst().modality(),
                SeriesOrder.sorted(images, Examined::header).stream()
                        .map(Examined::instance)
                        .toList(),
                Optional.of(
                        TechnicalFacts.of(images.stream().map(Examined::header).toList())))));
        return received;
    }
}
