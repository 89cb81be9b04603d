package org.trabecula.app.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.app.Installation;
import org.trabecula.app.images.Incoming;
import org.trabecula.app.images.Receipt;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.DicomJson;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.Vr;

/** One request's images: which were taken, which were not and why (PS3.18 section 10.5.3). */
final class DicomWebStoring {
    private static final Tag CLASS = Tag.named("ReferencedSOPClassUID");
    private static final Tag INSTANCE = Tag.named("ReferencedSOPInstanceUID");
    private static final Tag REASON = Tag.named("FailureReason");
    private static final Tag RETRIEVE_URL = Tag.named("RetrieveURL");
    private static final Tag TAKEN = Tag.named("ReferencedSOPSequence");
    private static final Tag FAILED = Tag.named("FailedSOPSequence");
    private static final Tag OTHERS = Tag.named("OtherFailuresSequence");
    private static final Tag COMMENT = Tag.of(0, 0x0902);

    /** With the codes of PS3.18 table I.2-2. */
    private static final int NOT_UNDERSTOOD = 0xC000;

    private static final int OTHER_STUDY = 0xA901;
    private static final int NAME = 64;

    private final Installation installation;
    private final Visitor visitor;
    private final Optional<String> study;
    private final String base;
    private final List<Dataset> taken = new ArrayList<>();
    private final List<Dataset> failed = new ArrayList<>();
    private final List<Dataset> others = new ArrayList<>();

    /** @param study to which all images have to belong, by the UID that the sender gave it */
    DicomWebStoring(Installation installation, Visitor visitor, Optional<String> study, String base) {
        this.installation = installation;
        this.visitor = visitor;
        this.study = study;
        this.base = base;
    }

    /** An image whose header could be read. */
    private record Read(Path file, Dataset header) {}

    void refuseForeign() {
        others.add(Dataset.builder().put(REASON, NOT_UNDERSTOOD).build());
    }

    /** Takes them all at once if all are good, else those that are. */
    void take(List<Path> files) throws IOException {
        List<Read> readable = new ArrayList<>();
        for (Path file : files) {
            read(file).ifPresent(readable::add);
        }
        if (readable.isEmpty()) {
            return;
        }
        if (receive(readable) instanceof Receipt.Taken(var studies) && allReceived(studies)) {
            readable.forEach(this::noteTaken);
        } else {
            for (Read one : readable) {
                takeAlone(one);
            }
        }
    }

    private static boolean allReceived(List<Receipt.Arrival> studies) {
        return studies.stream().allMatch(arrival -> arrival.unfiled().isEmpty());
    }

    private void takeAlone(Read one) throws IOException {
        switch (receive(List.of(one))) {
            case Receipt.Taken(var studies) when allReceived(studies) -> noteTaken(one);
            case Receipt.Taken(var studies) ->
                noteFailed(
                        one,
                        NOT_UNDERSTOOD,
                        studies.getFirst().unfiled().getFirst().sentence());
            case Receipt.Refused refused -> noteFailed(one, NOT_UNDERSTOOD, refused.sentence());
        }
    }

    private Receipt receive(List<Read> images) throws IOException {
        return installation
                .images()
                .intake(installation.desk())
                .receive(
                        images.stream()
                                .map(one -> new Incoming("Image", () -> Files.newInputStream(one.file())))
                                .toList(),
                        visitor::actor,
                        Optional.empty());
    }

    private Optional<Read> read(Path file) throws IOException {
        try {
            Dataset header = DicomFile.read(file).dataset();
            if (header.string(Tags.SOP_INSTANCE_UID).isEmpty()) {
                refuseForeign();
                return Optional.empty();
            }
            Read read = new Read(file, header);
            if (study.isPresent() && !header.string(Tags.STUDY_INSTANCE_UID).equals(study)) {
                noteFailed(read, OTHER_STUDY, "Image belongs to another study than the address says.");
                return Optional.empty();
            }
            return Optional.of(read);
        } catch (DicomException e) {
            others.add(with(
                    Dataset.builder().put(REASON, NOT_UNDERSTOOD), e.finding().sentence()));
            return Optional.empty();
        }
    }

    private static DatasetBuilder reference(Read one) {
        return Dataset.builder()
                .put(CLASS, one.header().string(Tags.SOP_CLASS_UID).orElse(""))
                .put(INSTANCE, one.header().string(Tags.SOP_INSTANCE_UID).orElse(""));
    }

    private void noteTaken(Read one) {
        Dataset header = one.header();
        taken.add(reference(one)
                .put(
                        RETRIEVE_URL,
                        base + "/studies/" + known(header, Tags.STUDY_INSTANCE_UID) + "/series/"
                                + known(header, Tags.SERIES_INSTANCE_UID) + "/instances/"
                                + known(header, Tags.SOP_INSTANCE_UID))
                .build());
    }

    /** The UID by which it is known here. */
    private String known(Dataset header, Tag tag) {
        return installation.images().replacement(header.string(tag).orElse(""));
    }

    private void noteFailed(Read one, int reason, String sentence) {
        failed.add(with(reference(one).put(REASON, reason), sentence));
    }

    private static Dataset with(DatasetBuilder item, String sentence) {
        String cut = sentence.length() <= NAME ? sentence : sentence.substring(0, NAME - 1) + "…";
        return item.put(Element.of(COMMENT, Vr.LO, cut.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    /** All taken, some, or none. */
    int status() {
        if (failed.isEmpty() && others.isEmpty() && !taken.isEmpty()) {
            return 200;
        }
        return taken.isEmpty() ? 409 : 202;
    }

    String json() {
        DatasetBuilder answer = Dataset.builder();
        study.ifPresent(uid -> answer.put(
                RETRIEVE_URL, base + "/studies/" + installation.images().replacement(uid)));
        put(answer, FAILED, failed);
        put(answer, TAKEN, taken);
        put(answer, OTHERS, others);
        return DicomJson.of(answer.build());
    }

    private static void put(DatasetBuilder answer, Tag tag, List<Dataset> items) {
        if (!items.isEmpty()) {
            answer.put(tag, items);
        }
    }
}
