package org.trabecula.study.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.study.imaging.Shortfall.Kind;
import org.trabecula.study.protocol.ImageRequirements;
import org.trabecula.study.protocol.ReadingCharter;
import org.trabecula.study.protocol.ReadingRoutine;

/** The charter's image check: what a CT series has to be like, and what is said when it is not. */
class ImageCheckTest {
    private static final ImageRequirements WANTED = new ImageRequirements(
            Set.of("CT", "DX"),
            Optional.of(new ImageRequirements.Ct(n("3"), n("80"), n("140"), true, true)),
            false,
            true);
    private static final double[] WHOLE = stack(1.5, 100);

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static double[] stack(double step, int count) {
        return IntStream.range(0, count).mapToDouble(i -> 10 + step * i).toArray();
    }

    private static Acquisition made(String slice, String kvp, boolean lossy, double... positions) {
        return new Acquisition(
                Optional.of(slice).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                kvp.isEmpty() ? List.of() : List.of(new BigDecimal(kvp)),
                List.of("Br38f"),
                lossy,
                DoubleStream.of(positions).mapToObj(BigDecimal::valueOf).toList(),
                0);
    }

    private static ReadingCase received(Modality modality, String dicom, Acquisition... series) {
        List<ReceivedSeries> all = IntStream.range(0, series.length)
                .mapToObj(i -> new ReceivedSeries(
                        "2.25." + i,
                        dicom,
                        List.of(new ReceivedInstance("2.25.10" + i, "0".repeat(64))),
                        Optional.of(series[i])))
                .toList();
        return ReadingCase.received(
                new ImagingStudyId("images0001"), new ImagingFact.ImagingStudyReceived(modality, all));
    }

    private static List<Kind> lacking(Acquisition... series) {
        return ImageCheck.of(received(Modality.CT, "CT", series), WANTED).shortfalls().stream()
                .map(Shortfall::kind)
                .toList();
    }

    @Test
    void aCompleteThinLosslessSeriesPasses() {
        assertThat(lacking(made("1.5", "120", false, WHOLE))).isEmpty();
        assertThat(lacking(made("3", "140", false, stack(3, 60)))).isEmpty();
        // Overlapping reconstruction leaves nothing out.
        assertThat(lacking(made("3", "80", false, stack(1.5, 60)))).isEmpty();
    }

    @Test
    void whatIsLackingIsNamedWithWhatWasFoundAndWhatIsAskedFor() {
        ReadingCase thick = received(Modality.CT, "CT", made("5", "150", true, stack(5, 30)));
        assertThat(ImageCheck.of(thick, WANTED).shortfalls())
                .containsExactly(
                        Shortfall.of(Kind.SLICE_THICK, "5", "3"),
                        Shortfall.of(Kind.KVP_OUTSIDE, "150", "80", "140"),
                        Shortfall.of(Kind.LOSSY));
        assertThat(lacking(made("", "", false, WHOLE))).containsExactly(Kind.SLICE_UNKNOWN, Kind.KVP_UNKNOWN);
    }

    @Test
    void slicesThatLieApartOrAreThereTwiceAreCounted() {
        double[] gap = DoubleStream.of(WHOLE).filter(at -> at < 40 || at > 46).toArray();
        int gone = WHOLE.length - gap.length;
        assertThat(ImageCheck.of(received(Modality.CT, "CT", made("1.5", "120", false, gap)), WANTED)
                        .shortfalls())
                .containsExactly(Shortfall.of(Kind.SLICES_MISSING, gone));
        double[] twice = DoubleStream.concat(DoubleStream.of(WHOLE), DoubleStream.of(WHOLE[3]))
                .toArray();
        assertThat(ImageCheck.of(received(Modality.CT, "CT", made("1.5", "120", false, twice)), WANTED)
                        .shortfalls())
                .containsExactly(Shortfall.of(Kind.SLICES_TWICE, 1));
        // Slices of 1 mm every 5 mm leave four fifths of the bone unseen.
        assertThat(lacking(made("1", "120", false, stack(5, 20)))).containsExactly(Kind.SLICES_MISSING);
    }

    @Test
    void slicesThatComeInPartsAreOneStack() {
        double[] lower = DoubleStream.of(WHOLE).filter(at -> at < 50).toArray();
        double[] upper = DoubleStream.of(WHOLE).filter(at -> at >= 60).toArray();
        double[] middle =
                DoubleStream.of(WHOLE).filter(at -> at >= 50 && at < 60).toArray();
        ReadingCase two = received(Modality.CT, "CT", made("1.5", "120", false, lower))
                .after(
                        new ImagingFact.ImagingStudyReceived(
                                Modality.CT,
                                received(Modality.CT, "CT", made("1.5", "120", false, upper))
                                        .images()
                                        .received()),
                        2,
                        Instant.EPOCH);
        assertThat(ImageCheck.of(two, WANTED).shortfalls())
                .extracting(Shortfall::kind)
                .containsExactly(Kind.SLICES_MISSING);
        ReadingCase whole = two.after(
                new ImagingFact.ImagingStudyReceived(
                        Modality.CT,
                        received(Modality.CT, "CT", made("1.5", "120", false, middle))
                                .images()
                                .received()),
                3,
                Instant.EPOCH);
        assertThat(ImageCheck.of(whole, WANTED).passed()).isTrue();
    }

    @Test
    void oneGoodSeriesIsEnoughBesideAScoutAndThickSlices() {
        assertThat(lacking(
                        made("5", "120", false, stack(5, 40)),
                        made("", "", false, 0),
                        made("1.5", "120", false, WHOLE)))
                .isEmpty();
        assertThat(lacking(made("5", "120", false, stack(5, 40)), made("", "", false, 0)))
                .containsExactly(Kind.SLICE_THICK);
    }

    @Test
    void aRadiographIsAskedForItsModalityAndItsCoverageOnly() {
        Acquisition film = new Acquisition(Optional.empty(), List.of(), List.of(), true, List.of(), 1);
        ImageRequirements covered = new ImageRequirements(Set.of("CT", "DX"), WANTED.ct(), true, true);
        ReadingCase cr = received(Modality.RADIOGRAPH, "CR", film);
        assertThat(ImageCheck.of(cr, covered).shortfalls())
                .containsExactly(Shortfall.of(Kind.MODALITY, "CR", "CT, DX"), Shortfall.of(Kind.COVERAGE));
        ReadingCase dx =
                received(Modality.RADIOGRAPH, "DX", film).after(new ImagingFact.CoverageConfirmed(), 2, Instant.EPOCH);
        assertThat(ImageCheck.of(dx, covered).passed()).isTrue();
    }

    @Test
    void whatSomebodyAcceptedOrReadOrWhatCameBeforeItWasNotedIsTakenAsItIs() {
        ReadingCase thick = received(Modality.CT, "CT", made("5", "120", false, stack(5, 30)));
        assertThat(ImageCheck.of(thick, WANTED).passed()).isFalse();
        assertThat(ImageCheck.of(thick.after(new ImagingFact.ImagesAcceptedAnyway(), 2, Instant.EPOCH), WANTED)
                        .passed())
                .isTrue();
        ReadingCase before = ReadingCase.received(
                new ImagingStudyId("images0001"),
                new ImagingFact.ImagingStudyReceived(
                        Modality.CT,
                        List.of(new ReceivedSeries(
                                "2.25.1", "CT", List.of(new ReceivedInstance("2.25.2", "0".repeat(64)))))));
        assertThat(ImageCheck.of(before, WANTED).passed()).isTrue();
        BigDecimal one = BigDecimal.ONE;
        Charter charter =
                new Charter(new ReadingCharter("1", 2, one, one, one, one, one, one, WANTED, ReadingRoutine.plain()));
        assertThat(charter.deals(thick.after(new ImagingFact.CaseOpened(List.of(), List.of()), 2, Instant.EPOCH)))
                .isFalse();
        assertThat(charter.deals(before.after(new ImagingFact.CaseOpened(List.of(), List.of()), 2, Instant.EPOCH)))
                .isTrue();
    }
}
