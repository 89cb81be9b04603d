package org.trabecula.study.imaging;

import java.util.List;
import java.util.Optional;

/**
 * A series of images in display order.
 *
 * @param modality as DICOM writes it, such as {@code DX}
 * @param acquisition how these images were made; empty for what came in before that was noted
 */
public record ReceivedSeries(
        String uid, String modality, List<ReceivedInstance> instances, Optional<Acquisition> acquisition) {
    public ReceivedSeries {
        instances = List.copyOf(instances);
    }

    /** A series of which it is not known how it was made. */
    public ReceivedSeries(String uid, String modality, List<ReceivedInstance> instances) {
        this(uid, modality, instances, Optional.empty());
    }

    ReceivedSeries with(List<ReceivedInstance> others) {
        return new ReceivedSeries(uid, modality, others, acquisition);
    }
}
