package org.trabecula.dicom.identity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Limits;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.pixel.Photometric;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.dicom.pixel.PixelLayout;
import org.trabecula.dicom.pixel.Region;

/**
 * Blanks what is drawn into the pixels of a de-identified image: the Clean Pixel Data option (PS3.15 section E.3.1). Everything outside
 * the regions stays as it is, and the result is never compressed. It says of itself that it is derived and how.
 */
public final class PixelCleaning {
    private static final String DERIVATION = "Regions of the pixels blanked, because they might name somebody";

    private PixelCleaning() {}

    /**
     * The file with these regions black in every frame. Its UID stays: the unblanked one was never given to anybody.
     *
     * @throws DicomException if the pixels cannot be decoded
     */
    public static DicomFile blanked(DicomFile file, List<Region> regions) {
        DicomFile plain = PixelData.uncompressed(file, Limits.standard());
        PixelData pixels = PixelData.of(plain);
        ByteBuffer all = ByteBuffer.allocate((int) pixels.layout().frameBytes() * pixels.frames())
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < pixels.frames(); frame++) {
            byte[] bytes = pixels.bytes(frame);
            int black = black(pixels, frame);
            regions.forEach(region -> blank(bytes, region, pixels.layout(), black));
            all.put(bytes);
        }
        Dataset dataset = plain.dataset();
        return new DicomFile(
                plain.syntax(),
                plain.meta(),
                dataset.toBuilder()
                        .put(Tags.IMAGE_TYPE, derived(dataset))
                        .put(Tags.BURNED_IN_ANNOTATION, "NO")
                        .put(Tags.DERIVATION_DESCRIPTION, DERIVATION)
                        .put(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE, methods(dataset))
                        .put(Tags.PIXEL_DATA, all.array())
                        .put(Tags.HIGH_BIT, pixels.layout().bitsStored() - 1)
                        .build());
    }

    private static void blank(byte[] frame, Region region, PixelLayout layout, int black) {
        ByteBuffer view = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        int bytes = layout.bitsAllocated() / 8;
        for (int y = region.y(); y < Math.min(region.bottom(), layout.rows()); y++) {
            for (int x = region.x(); x < Math.min(region.right(), layout.columns()); x++) {
                int at = (y * layout.columns() + x) * bytes;
                switch (bytes) {
                    case 1 -> view.put(at, (byte) black);
                    case 2 -> view.putShort(at, (short) black);
                    default -> view.putInt(at, black);
                }
            }
        }
    }

    /** The darkest that the frame has: a darker one would spread its contrast. */
    private static int black(PixelData pixels, int frame) {
        IntStream stored = Arrays.stream(pixels.stored(frame));
        return pixels.layout().photometric() == Photometric.MONOCHROME1
                ? stored.max().orElseThrow()
                : stored.min().orElseThrow();
    }

    private static String[] derived(Dataset dataset) {
        List<String> types = new ArrayList<>(dataset.strings(Tags.IMAGE_TYPE));
        if (types.isEmpty()) {
            types.addAll(List.of("DERIVED", "PRIMARY"));
        }
        types.set(0, "DERIVED");
        return types.toArray(String[]::new);
    }

    private static List<Dataset> methods(Dataset dataset) {
        List<Dataset> methods = new ArrayList<>(dataset.items(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE));
        if (methods.stream().noneMatch(Method.CLEAN_PIXELS::is)) {
            methods.add(Method.CLEAN_PIXELS.item());
        }
        return methods;
    }
}
