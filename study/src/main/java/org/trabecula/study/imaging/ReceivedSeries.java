package org.trabecula.study.imaging;

import java.util.List;

/** A series of images in display order. */
public record ReceivedSeries(String uid, String modality, List<ReceivedInstance> instances) {
    public ReceivedSeries {
        instances = List.copyOf(instances);
    }
}
