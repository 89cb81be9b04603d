package org.trabecula.simulation.cohort;

import java.util.List;
import org.trabecula.study.imaging.ReceivedSeries;

/** Where virtual participants are imaged: the edge at which pixels are made, which the simulation knows nothing about. */
@FunctionalInterface
public interface Imaging {
    /**
     * Makes and stores the images of what is there to be seen, and says what was stored: at least one series. The same look
     * should give the same bytes.
     */
    List<ReceivedSeries> acquire(Look look);
}
