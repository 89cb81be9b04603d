package org.trabecula.study.protocol;

import java.time.LocalDate;
import java.util.List;

/**
 * A visit of the schedule of activities.
 *
 * @param daysBefore how many days before the target the window opens
 * @param daysAfter how many days after the target it closes
 * @param forms ids of the forms to be filled in
 * @param images whether a radiograph belongs to the visit
 */
public record PlannedVisit(Timepoint at, Text name, int daysBefore, int daysAfter, List<String> forms, boolean images) {
    public PlannedVisit {
        forms = List.copyOf(forms);
    }

    /** The window around surgery date + n calendar months; a missing day becomes the month's last. */
    public Window window(LocalDate surgery) {
        LocalDate target = surgery.plusMonths(at.months());
        return new Window(target.minusDays(daysBefore), target, target.plusDays(daysAfter));
    }
}
