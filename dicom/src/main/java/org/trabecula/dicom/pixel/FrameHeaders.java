package org.trabecula.dicom.pixel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;

/**
 * What an enhanced image says of each of its frames in functional groups (PS3.3 section C.7.6.16), said as a plain image says it: where it
 * lies, how thick it is, at what voltage it was taken, how its values become Hounsfield units. The groups of one frame come before those
 * that all frames share.
 */
public final class FrameHeaders {
    private static final Tag SHARED = Tag.named("SharedFunctionalGroupsSequence");
    private static final Tag OF_EACH = Tag.named("PerFrameFunctionalGroupsSequence");

    /** What is asked of frames here; of nothing else there are copies, however many frames a file claims. */
    private static final Set<Tag> SAID = Set.of(
            Tags.IMAGE_POSITION_PATIENT,
            Tags.IMAGE_ORIENTATION_PATIENT,
            Tags.PIXEL_SPACING,
            Tags.SLICE_THICKNESS,
            Tags.KVP,
            Tags.CONVOLUTION_KERNEL,
            Tags.RESCALE_SLOPE,
            Tags.RESCALE_INTERCEPT,
            Tags.WINDOW_CENTER,
            Tags.WINDOW_WIDTH);

    /** What only the image itself says, for all of its frames. */
    private static final Set<Tag> OF_THE_IMAGE = Set.of(
            Tags.MODALITY,
            Tags.ROWS,
            Tags.COLUMNS,
            Tags.INSTANCE_NUMBER,
            Tags.LOSSY_IMAGE_COMPRESSION,
            Tags.PIXEL_SPACING_CALIBRATION_TYPE,
            Tag.named("ImagerPixelSpacing"),
            Tag.named("PixelAspectRatio"));

    private FrameHeaders() {}

    /** One for each frame, with what its groups say and little else; for an image without groups the image itself alone. */
    public static List<Dataset> of(Dataset image) {
        if (plain(image)) {
            return List.of(image);
        }
        List<Element> shared = image.items(SHARED).stream()
                .limit(1)
                .flatMap(FrameHeaders::said)
                .toList();
        List<Dataset> frames = image.items(OF_EACH);
        return frames.isEmpty()
                ? List.of(header(image, shared.stream()))
                : frames.stream()
                        .map(frame -> header(image, Stream.concat(shared.stream(), said(frame))))
                        .toList();
    }

    /**
     * What is said of one of so many frames: by its own groups, or, when there are groups for another number of frames and nobody can tell
     * whose they are, by all alike.
     */
    public static Dataset of(Dataset image, int frame, int frames) {
        List<Dataset> each = plain(image) ? List.of() : of(image);
        return each.size() == frames && frame >= 0 && frame < frames ? each.get(frame) : common(image);
    }

    /** The image with what the groups of all its frames say alike; the image itself when it has no groups. */
    public static Dataset common(Dataset image) {
        if (plain(image)) {
            return image;
        }
        List<Dataset> frames = of(image);
        DatasetBuilder common = image.toBuilder();
        frames.getFirst().elements().stream()
                .filter(one -> frames.stream()
                        .allMatch(frame -> frame.element(one.tag()).equals(Optional.of(one))))
                .forEach(common::put);
        return common.build();
    }

    private static boolean plain(Dataset image) {
        return !image.contains(SHARED) && !image.contains(OF_EACH);
    }

    private static Dataset header(Dataset image, Stream<Element> elements) {
        DatasetBuilder header = Dataset.builder();
        Stream.concat(OF_THE_IMAGE.stream().flatMap(tag -> image.element(tag).stream()), elements)
                .forEach(element -> header.put(element, image));
        return header.build();
    }

    /** What the groups of a frame say; a group is a sequence of one item. */
    private static Stream<Element> said(Dataset groups) {
        return groups.elements().stream()
                .flatMap(group -> groups.items(group.tag()).stream().limit(1))
                .flatMap(item -> item.elements().stream())
                .filter(element -> SAID.contains(element.tag()));
    }
}
