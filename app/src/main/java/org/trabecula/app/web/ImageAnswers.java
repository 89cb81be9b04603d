package org.trabecula.app.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
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
