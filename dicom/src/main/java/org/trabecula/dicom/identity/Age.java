package org.trabecula.dicom.identity;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;

/** Ages as strings of three digits and a unit (PS3.5 section 6.2, AS). */
final class Age {

    private static final int CAP = 90;

    private Age() {}

    /** What the data set says, else what its dates say; no higher than 90. */
    static Optional<String> of(Dataset dataset) {
        return dataset.string(Tags.PATIENT_AGE)
                .flatMap(Age::capped)
                .or(() -> at(dataset).flatMap(Age::capped));
    }

    /** Completed years on the day of the examination, if both dates are whole. */
    private static Optional<String> at(Dataset dataset) {
        Optional<LocalDate> born = date(dataset, Tags.PATIENT_BIRTH_DATE);
        return date(dataset, Tags.STUDY_DATE)
                .flatMap(day -> born.filter(birth -> !birth.isAfter(day))
                        .map(birth -> Period.between(birth, day).getYears()))
                .map(years -> String.format(Locale.ROOT, "%03dY", years))
                .filter(age -> age.length() == 4);
    }

    /** The age, no higher than 90 years, since so few are older; nothing if it is no age. */
    static Optional<String> capped(String age) {
        if (!age.matches("\\d{3}[DWMY]")) {
            return Optional.empty();
        }
        boolean old = age.endsWith("Y") && Integer.parseInt(age.substring(0, 3)) > CAP;
        return Optional.of(old ? "090Y" : age);
    }

    private static Optional<LocalDate> date(Dataset dataset, Tag tag) {
        return dataset.string(tag).flatMap(DateShift::date);
    }
}
