package org.trabecula.app.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.app.images.CoarseSight;
import org.trabecula.app.images.ScrewSight;
import org.trabecula.app.images.ShownSeries;
import org.trabecula.app.images.Sight;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;

/** Answers lists of images and their pixels, for whoever has found out that the visitor may see the case. */
@Component
final class ImageAnswers {
    private static final CacheControl KEPT_BY_THE_BROWSER =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();
    private final Installation installation;

    ImageAnswers(Installation installation) {
        this.installation = installation;
    }

    /** @param base the address of the list itself */
    ResponseEntity<ViewerList> list(Optional<ReadingCase> reading, String base) {
        return reading.map(one -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(ViewerList.of(installation.images().series(one), base)))
                .orElseGet(ImageAnswers::notThere);
    }

    /** The same with what was drawn in these reads; whose they are is not told. */
    ResponseEntity<ViewerList> list(Optional<ReadingCase> reading, String base, List<Read> reads) {
        return reading.map(one -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(ViewerList.of(installation.images().series(one), base)
                                .with(EarlierDrawings.of(installation.images(), one, reads))))
                .orElseGet(ImageAnswers::notThere);
    }

    /** This case beside an earlier one. */
    ResponseEntity<ViewerList> beside(
            Optional<ReadingCase> reading, String base, List<Read> reads, ReadingCase earlier, String earlierBase) {
        ResponseEntity<ViewerList> own = list(reading, base, reads);
        return Optional.ofNullable(own.getBody())
                .map(list ->
                        listed(list.beside(ViewerList.of(installation.images().series(earlier), earlierBase))))
                .orElse(own);
    }

    /** The images of a case as coarse ones. */
    ResponseEntity<ViewerList> coarse(Optional<ReadingCase> reading, String base) {
        return reading.map(one -> listed(
                        ViewerList.of(installation.images().series(one), base).in(List.of())))
                .orElseGet(ImageAnswers::notThere);
    }

    /** The images of a case with nothing but its screws, where to look for each, and what was drawn at them in these reads. */
    ResponseEntity<ViewerList> screws(
            Optional<ReadingCase> reading, String base, List<Measurement> axes, List<Read> reads) {
        return reading.map(one -> listed(ViewerList.of(installation.images().series(one), base)
                        .with(EarlierDrawings.of(installation.images(), one, reads))
                        .in(ScrewSight.of(installation.images(), one, axes).crops().stream()
                                .map(crop -> new ViewerList.Crop(
                                        "screw." + crop.site(),
                                        crop.at(),
                                        List.of(corner(crop.corner()), corner(crop.opposite()))))
                                .toList())))
                .orElseGet(ImageAnswers::notThere);
    }

    /** Series on which nothing is seen while the screws are judged, by the names on their buttons; everything when there are no others. */
    record Black(List<String> names, boolean everything) {
        static final Black NOTHING = new Black(List.of(), false);
    }

    /** What is black, since screws of two vertebrae were not placed there. */
    Black black(ReadingCase reading, List<Measurement> axes) {
        List<ShownSeries> all = installation.images().series(reading);
        Set<Integer> seen = ScrewSight.of(installation.images(), reading, axes).crops().stream()
                .map(crop -> crop.at().getFirst())
                .collect(Collectors.toSet());
        List<String> names = IntStream.range(0, all.size())
                .filter(index -> !seen.contains(index))
                .mapToObj(index -> ViewerList.label(all.get(index), index))
                .toList();
        return new Black(names, names.size() == all.size());
    }

    /** One frame with nothing but the screws. */
    ResponseEntity<byte[]> screws(
            Optional<ReadingCase> reading, List<Measurement> axes, int series, int image, int frame) {
        return frame(reading, series, image, frame, one -> ScrewSight.of(installation.images(), one, axes));
    }

    ResponseEntity<byte[]> coarse(Optional<ReadingCase> reading, int series, int image, int frame) {
        return frame(reading, series, image, frame, _ -> new CoarseSight());
    }

    /** A sight depends on more than the image: no browser keeps it. */
    private ResponseEntity<byte[]> frame(
            Optional<ReadingCase> reading, int series, int image, int frame, Function<ReadingCase, Sight> sight) {
        return reading.flatMap(one -> installation.images().pixels(one, series, image, frame, sight.apply(one)))
                .map(pixels -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(pixels))
                .orElseGet(ImageAnswers::notThere);
    }

    private static ResponseEntity<ViewerList> listed(ViewerList list) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(list);
    }

    private static List<Double> corner(ImagePoint point) {
        return List.of(point.column(), point.row());
    }

    ResponseEntity<byte[]> frame(Optional<ReadingCase> reading, int series, int image, int frame) {
        return reading.flatMap(one -> installation.images().pixels(one, series, image, frame))
                .map(pixels -> ResponseEntity.ok()
                        .cacheControl(KEPT_BY_THE_BROWSER)
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(pixels))
                .orElseGet(ImageAnswers::notThere);
    }

    private static <T> ResponseEntity<T> notThere() {
        return ResponseEntity.notFound().build();
    }
}
