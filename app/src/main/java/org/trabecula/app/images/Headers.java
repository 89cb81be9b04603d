package org.trabecula.app.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.function.Function;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.Value;

/** What archived files say beside their pixels. The newest are remembered; pixels are never read for it. */
final class Headers {
    /** Elements, those of items included: some thousand plain images, or as many frames. */
    private static final int HELD = 500_000;

    private static final int LONGEST_VALUE = 1 << 10;

    private final Function<String, Path> place;
    private final LinkedHashMap<String, Dataset> held = new LinkedHashMap<>(16, 0.75f, true);
    private int elements;

    /** @param place of the file with a hash */
    Headers(Function<String, Path> place) {
        this.place = place;
    }

    /** Long values are there with two bytes in their place. */
    Dataset of(String sha256) throws IOException {
        synchronized (held) {
            Dataset known = held.get(sha256);
            if (known != null) {
                return known;
            }
        }
        Dataset header = detached(DicomFile.read(place.apply(sha256)).dataset());
        synchronized (held) {
            elements += held.put(sha256, header) == null ? elements(header) : 0;
            while (elements > HELD && held.size() > 1) {
                elements -= elements(held.pollFirstEntry().getValue());
            }
        }
        return header;
    }

    private static int elements(Dataset header) {
        return header.elements().stream()
                .mapToInt(element -> element.value() instanceof Value.Items(var items)
                        ? 1 + items.stream().mapToInt(Headers::elements).sum()
                        : 1)
                .sum();
    }

    private static Dataset detached(Dataset dataset) {
        DatasetBuilder header = Dataset.builder();
        for (Element element : dataset.elements()) {
            switch (element.value()) {
                case Value.Items(var items) ->
                    header.put(
                            element.tag(), items.stream().map(Headers::detached).toList());
                case Value.Fragments _ -> header.put(Element.of(element.tag(), element.vr(), new byte[2]));
                case Value.Plain plain -> plain(element, plain, dataset, header);
            }
        }
        return header.build();
    }

    private static void plain(Element element, Value.Plain value, Dataset from, DatasetBuilder header) {
        if (element.tag().equals(Tags.PIXEL_DATA)
                || (element.vr().isBulk() && value.bytes().remaining() > LONGEST_VALUE)) {
            header.put(Element.of(element.tag(), element.vr(), new byte[2]));
        } else if (element.vr().isFreeText()) {
            header.put(element, from);
        } else if (!element.tag().equals(Tags.SPECIFIC_CHARACTER_SET)) {
            header.put(Element.of(element.tag(), element.vr(), value.copy()));
        }
    }
}
