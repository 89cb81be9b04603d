package org.trabecula.dicom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;

/** What belonged together at two visits months apart still does when each object was de-identified on its own, after restarts. */
class TwoVisitsTest {
    private static final Secret SECRET = Secret.of("a secret for tests only".getBytes(StandardCharsets.UTF_8));
    private static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";
    private static final Tag REFERENCED_SERIES = Tag.named("ReferencedSeriesSequence");
    private static final Tag REFERENCED_INSTANCES = Tag.named("ReferencedInstanceSequence");
    private static final Tag SOURCES = Tag.named("SourceImageSequence");
    private static final Tag REFERENCED = Tag.named("ReferencedSOPInstanceUID");

    private record Visit(LocalDate on, String frame, List<Dataset> images, Dataset segmentation) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void referencesFramesAndIntervalsSurvive(long seed) {
        Random dice = new Random(seed);
        String frame = uid(dice);
        Visit early = visit(dice, LocalDate.of(2024, 1, 1).plusDays(dice.nextInt(300)), frame, List.of());
        Visit late = visit(dice, early.on().plusDays(150 + dice.nextInt(300)), frame, early.images());
        List<Dataset> before = all(early, late);
        List<Dataset> after = before.stream().map(TwoVisitsTest::clean).toList();

        Set<String> known = new HashSet<>();
        after.forEach(one -> one.string(Tags.SOP_INSTANCE_UID).ifPresent(known::add));
        assertThat(known).hasSize(before.size());
        for (int i = 0; i < before.size(); i++) {
            List<String> were = references(before.get(i));
            assertThat(references(after.get(i))).hasSameSizeAs(were).allMatch(known::contains);
            assertThat(after.get(i).string(Tags.FRAME_OF_REFERENCE_UID))
                    .isEqualTo(after.getFirst().string(Tags.FRAME_OF_REFERENCE_UID));
            assertThat(after.get(i).toString()).doesNotContain(frame);
        }
        assertThat(ChronoUnit.DAYS.between(date(after.getFirst()), date(after.getLast())))
                .isEqualTo(ChronoUnit.DAYS.between(early.on(), late.on()));
        assertThat(date(after.getFirst())).isNotEqualTo(early.on());
    }

    private static Dataset clean(Dataset one) {
        return new Deidentifier(SECRET)
                .deidentify(DicomFile.of(one), "P-1", DateShift.of(SECRET, "A-99812"))
                .dataset();
    }

    private static List<Dataset> all(Visit... visits) {
        List<Dataset> all = new ArrayList<>();
        for (Visit visit : visits) {
            all.addAll(visit.images());
            all.add(visit.segmentation());
        }
        return all;
    }

    private static Visit visit(Random dice, LocalDate on, String frame, List<Dataset> earlier) {
        String series = uid(dice);
        List<Dataset> images = IntStream.range(0, 1 + dice.nextInt(5))
                .mapToObj(_ -> object(SopClass.CT, on, frame, dice).toBuilder()
                        .put(Tags.SERIES_INSTANCE_UID, series)
                        .put(
                                SOURCES,
                                earlier.stream().map(TwoVisitsTest::reference).toList())
                        .build())
                .toList();
        Dataset points = Dataset.builder()
                .put(Tags.SERIES_INSTANCE_UID, series)
                .put(
                        REFERENCED_INSTANCES,
                        images.stream().map(TwoVisitsTest::reference).toList())
                .build();
        Dataset segmentation = object(SEGMENTATION, on, frame, dice).toBuilder()
                .put(REFERENCED_SERIES, List.of(points))
                .build();
        return new Visit(on, frame, images, segmentation);
    }

    private static Dataset object(String kind, LocalDate on, String frame, Random dice) {
        return DeidentifierTest.person()
                .put(Tags.SOP_CLASS_UID, kind)
                .put(Tags.SOP_INSTANCE_UID, uid(dice))
                .put(Tags.STUDY_DATE, on.format(DateTimeFormatter.BASIC_ISO_DATE))
                .put(Tags.FRAME_OF_REFERENCE_UID, frame)
                .build();
    }

    private static Dataset reference(Dataset to) {
        return Dataset.builder()
                .put(Tag.named("ReferencedSOPClassUID"), SopClass.CT)
                .put(REFERENCED, to.string(Tags.SOP_INSTANCE_UID).orElseThrow())
                .build();
    }

    private static List<String> references(Dataset one) {
        List<Dataset> items = new ArrayList<>(one.items(SOURCES));
        one.items(REFERENCED_SERIES).forEach(series -> items.addAll(series.items(REFERENCED_INSTANCES)));
        return items.stream().map(item -> item.string(REFERENCED).orElseThrow()).toList();
    }

    private static LocalDate date(Dataset one) {
        return DateShift.date(one.string(Tags.STUDY_DATE).orElseThrow()).orElseThrow();
    }

    private static String uid(Random dice) {
        return "1.2.826." + (1 + dice.nextInt(1_000_000)) + "." + (1 + dice.nextInt(1_000_000));
    }
}
