package org.trabecula.dicom.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.Value;
import org.trabecula.dicom.Vr;

/**
 * Collects what identifies: the words of every person's name, the numbers of person, order, visit and device, the birth date in the ways
 * that people write it, names and addresses of institutions, and every UID that is not the standard's.
 */
final class Needles {

    private static final Set<Tag> IDENTIFIERS = Stream.of(
                    "PatientID",
                    "OtherPatientIDs",
                    "IssuerOfPatientID",
                    "AccessionNumber",
                    "InstitutionName",
                    "InstitutionAddress",
                    "InstitutionalDepartmentName",
                    "PatientAddress",
                    "PatientTelephoneNumbers",
                    "ReferringPhysicianAddress",
                    "ReferringPhysicianTelephoneNumbers",
                    "MedicalRecordLocator",
                    "InsurancePlanIdentification",
                    "AdmissionID",
                    "ServiceEpisodeID",
                    "RequestedProcedureID",
                    "PlacerOrderNumberImagingServiceRequest",
                    "FillerOrderNumberImagingServiceRequest",
                    "ScheduledProcedureStepID",
                    "PerformedProcedureStepID",
                    "DeviceSerialNumber",
                    "DetectorID",
                    "OrderCallbackPhoneNumber",
                    "PersonAddress",
                    "PersonTelephoneNumbers",
                    "RequestingService")
            .map(Tag::named)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "yyyyMMdd",
                    "yyyy-MM-dd",
                    "yyyy.MM.dd",
                    "yyyy/MM/dd",
                    "dd.MM.yyyy",
                    "dd/MM/yyyy",
                    "MM/dd/yyyy",
                    "dd-MM-yyyy",
                    "ddMMyyyy")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
            .toList();
    /** What stands between the words of a name. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s^=,;.()]+");

    private static final int UID_LEAST = 10;
    /** Names the software that wrote a file, ours perhaps, and nobody else. */
    private static final Tag WRITER = Tag.named("ImplementationClassUID");

    /** What is written where nothing is known. */
    private static final Set<String> NOBODY = Set.of(
            "unknown",
            "anonymous",
            "anonymized",
            "anonymised",
            "anon",
            "none",
            "null",
            "removed",
            "unspecified",
            "default");

    private final Set<Needle> found = new LinkedHashSet<>();

    private Needles() {}

    static List<Needle> of(Dataset original) {
        Needles needles = new Needles();
        needles.collect(original);
        return List.copyOf(needles.found);
    }

    /** A piece of identity that is known from elsewhere. */
    static Needle of(String known) {
        return new Needle(known.strip().toLowerCase(Locale.ROOT), "", Tags.PATIENT_ID);
    }

    private void collect(Dataset dataset) {
        for (Element element : dataset.elements()) {
            if (element.value() instanceof Value.Items items) {
                items.items().forEach(this::collect);
            }
            if (mayName(element)) {
                dataset.strings(element).forEach(value -> collect(element, value));
            }
        }
    }

    private static boolean mayName(Element element) {
        return element.vr() == Vr.PN
                || element.vr() == Vr.UI
                || element.tag().equals(Tags.PATIENT_BIRTH_DATE)
                || IDENTIFIERS.contains(element.tag());
    }

    private void collect(Element element, String value) {
        if (element.vr() == Vr.PN) {
            for (String word : BETWEEN.split(value, -1)) {
                add(word, value.toLowerCase(Locale.ROOT), element.tag());
            }
        } else if (element.vr() == Vr.UI && value.length() >= UID_LEAST && !UidMap.isWellKnown(value)) {
            if (!element.tag().equals(WRITER)) {
                add(value, "", element.tag());
            }
        } else if (element.tag().equals(Tags.PATIENT_BIRTH_DATE)) {
            DateShift.date(value).ifPresent(this::addDate);
        } else if (IDENTIFIERS.contains(element.tag())) {
            add(value, "", element.tag());
        }
    }

    private void addDate(LocalDate date) {
        DATES.forEach(format -> add(date.format(format), "", Tags.PATIENT_BIRTH_DATE));
    }

    private void add(String text, String person, Tag origin) {
        Needle needle = new Needle(text.strip().toLowerCase(Locale.ROOT), person, origin);
        boolean tooLittle = needle.isAscii() && needle.text().length() < (needle.isDigits() ? 4 : 2);
        if (!needle.text().isEmpty() && !tooLittle && !NOBODY.contains(needle.text())) {
            found.add(needle);
        }
    }
}
