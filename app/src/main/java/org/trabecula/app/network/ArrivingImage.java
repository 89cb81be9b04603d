package org.trabecula.app.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trabecula.app.Installation;
import org.trabecula.app.images.Incoming;
import org.trabecula.app.images.Receipt;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.net.Arriving;
import org.trabecula.dicom.net.StorageService;
import org.trabecula.dicom.net.StoreAnswer;
import org.trabecula.dicom.net.StoreAnswer.Status;
import org.trabecula.study.journal.Actor;

/** One image on its way in: a slice of a CT waits in memory, what is larger in a file. */
final class ArrivingImage implements StorageService.Receiving {
    private static final int MOST_IN_MEMORY = 1 << 20;
    /** How it is called in the sentences that its sender is told. */
    private static final String NAME = "Image";

    private final Installation installation;
    private final Actor actor;
    private final Arriving object;
    private final Memory memory = new Memory();
    private Optional<Spilled> spilled = Optional.empty();

    /** What became too large for memory. */
    private record Spilled(Path file, OutputStream out) {}

    /** What has come so far, to be read without another copy. */
    private static final class Memory extends ByteArrayOutputStream {
        Memory() {
            super(MOST_IN_MEMORY / 2 + (1 << 16));
        }

        ByteBuffer view() {
            return ByteBuffer.wrap(buf, 0, count);
        }

        InputStream open() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }

    ArrivingImage(Installation installation, Actor actor, Arriving object) {
        this.installation = installation;
        this.actor = actor;
        this.object = object;
        memory.writeBytes(object.fileHeader());
    }

    @Override
    public OutputStream out() throws IOException {
        if (spilled.isEmpty() && memory.size() > MOST_IN_MEMORY) {
            Path file = installation.images().temporary();
            OutputStream out = Files.newOutputStream(file);
            spilled = Optional.of(new Spilled(file, out));
            memory.writeTo(out);
            memory.reset();
        }
        return spilled.isPresent() ? spilled.get().out() : memory;
    }

    @Override
    public StoreAnswer complete() throws IOException {
        try {
            return taken(arrived());
        } catch (DicomException e) {
            return StoreAnswer.refused(Status.NOT_UNDERSTOOD, e.finding().sentence());
        } finally {
            abandon();
        }
    }

    /** All of it, as a data set and as bytes. */
    private record Arrived(Dataset dataset, Incoming.Source source) {}

    private Arrived arrived() throws IOException {
        if (spilled.isPresent()) {
            spilled.get().out().close();
            Path file = spilled.get().file();
            return new Arrived(DicomFile.read(file).dataset(), () -> Files.newInputStream(file));
        }
        return new Arrived(DicomFile.read(memory.view()).dataset(), memory::open);
    }

    private StoreAnswer taken(Arrived arrived) throws IOException {
        if (!isWhatItWasSaidToBe(arrived.dataset())) {
            return StoreAnswer.refused(Status.DOES_NOT_MATCH, "The data set has another UID than the message.");
        }
        Receipt receipt = installation
                .images()
                .intake(installation.desk())
                .receive(List.of(new Incoming(NAME, arrived.source())), _ -> actor, Optional.empty());
        return switch (receipt) {
            case Receipt.Refused refused -> StoreAnswer.refused(Status.NOT_UNDERSTOOD, refused.sentence());
            case Receipt.Taken(var studies) ->
                studies.stream()
                        .flatMap(study -> study.unfiled().stream())
                        .findFirst()
                        .map(objection -> StoreAnswer.refused(Status.NOT_UNDERSTOOD, objection.sentence()))
                        .orElseGet(StoreAnswer::stored);
        };
    }

    /** What is promised later is promised by the UID of the message. */
    private boolean isWhatItWasSaidToBe(Dataset dataset) {
        return dataset.string(Tags.SOP_INSTANCE_UID)
                        .equals(Optional.of(object.reference().sopInstance()))
                && dataset.string(Tags.SOP_CLASS_UID)
                        .equals(Optional.of(object.reference().sopClass()));
    }

    @Override
    public void abandon() {
        spilled.ifPresent(one -> {
            try {
                one.out().close();
                Files.deleteIfExists(one.file());
            } catch (IOException e) {
                System.getLogger(ArrivingImage.class.getName())
                        .log(System.Logger.Level.WARNING, "What was cut off could not be removed", e);
            }
        });
    }
}
