package org.trabecula.dicom.identity;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;

/**
 * By how many days all dates of one person move, so that intervals between visits survive (PS3.15 section E.3.6, modified dates).
 * Use one shift for all that belongs to one person.
 */
public record DateShift(int days) {

    private static final int MOST_WEEKS = 260;
    /** A date as the standard's predecessor wrote it. */
    private static final Pattern OLD = Pattern.compile("^(\\d{4})\\.(\\d{2})\\.(\\d{2})$");

    private static final Pattern WHOLE =
            Pattern.compile("\\d{8}|\\d{10,14}(\\.\\d{1,6})?([+-]\\d{4})?|\\d{8}[+-]\\d{4}");

    /**
     * A shift of 1 to 260 whole weeks into the past, so that weekdays stay; always the same for the same secret and person.
     *
     * @param person what names the person in the clinic, such as the original Patient ID
     */
    public static DateShift of(Secret secret, String person) {
        long drawn =
                ByteBuffer.wrap(secret.digest("date shift", person.strip())).getLong();
        return new DateShift(-7 * (1 + (int) Long.remainderUnsigned(drawn, MOST_WEEKS)));
    }

    /** The shift for the Patient ID of a data set; files without one share the shift of the empty name. */
    public static DateShift of(Secret secret, Dataset original) {
        return of(secret, original.string(Tags.PATIENT_ID).orElse(""));
    }

    /** A DA or DT value moved, its time kept; empty if it does not begin with a whole date (PS3.5 section 6.2). */
    Optional<String> applied(String value) {
        String text = OLD.matcher(value).replaceFirst("$1$2$3");
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        return date(text.substring(0, 8))
                .map(date -> date.plusDays(days))
                .filter(date -> date.getYear() >= 1 && date.getYear() <= 9999)
                .map(date -> date.format(DateTimeFormatter.BASIC_ISO_DATE) + text.substring(8));
    }

    static Optional<LocalDate> date(String eightDigits) {
        try {
            return Optional.of(LocalDate.parse(eightDigits, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
