package org.trabecula.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.Incoming;
import org.trabecula.simulation.cohort.Imaging;
import org.trabecula.simulation.cohort.Look;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReceivedSeries;

/**
 * The radiology department of the demonstration: images the phantom of what is there to be seen, writes it as DICOM, and hands it to the
 * same examination that real images go through. What is truly there is written beside the archive, where no page looks. The department was
 * renewed some months before the cohort's today: a cohort is imaged within a minute, and what its readers still have to read, the second time
 * as well, is as fine as a hospital's, and all of it alike, so that nobody knows by its pixels what comes back.
 */
public final class PhantomImages implements Imaging {
    /** One in so many of the older CTs is such that assistants can measure in it; it takes several times as long to compute. */
    private static final long THIN_ONE_IN = 4;

    private final ImageArchive archive;
    private final Path truths;
    private final LocalDate renewed;
    private final Equipment quick;
    private final Equipment thin;
    private final Equipment latest;

    /**
     * A department.
     *
     * @param truths the folder of the truth, one file for each examination; see {@link TruthFile}
     * @param renewed from this day on images are fine
     */
    public PhantomImages(ImageArchive archive, Path truths, LocalDate renewed) {
        this.archive = archive;
        this.truths = truths;
        this.renewed = renewed;
        CompletableFuture<Equipment> fine = CompletableFuture.supplyAsync(Equipment::fine);
        this.quick = Equipment.quick();
        this.thin = quick.thin();
        this.latest = fine.join();
    }

    @Override
    public List<ReceivedSeries> acquire(Look look) {
        Phantom phantom = Likeness.of(look);
        Examinee who = new Examinee(
                look.participant().value(), look.on(), look.images().value());
        Equipment equipment = look.on().isBefore(renewed) ? former(phantom) : latest;
        TruthFile truth = TruthFile.of(phantom);
        List<Callable<byte[]>> files = new ArrayList<>();
        if (look.modality() == Modality.CT) {
            Scan scan = equipment.ct().scan(phantom);
            files.addAll(PhantomFiles.ct(who, 1, scan));
            truth = truth.with("ct", scan);
            for (Scan survey : equipment.survey(phantom).stream().toList()) {
                files.addAll(PhantomFiles.ct(who, 2, survey));
                truth = truth.with("survey", survey);
            }
        } else {
            for (Projection one : equipment.projections()) {
                files.add(() -> PhantomFiles.radiograph(who, equipment.xray(), phantom, one));
                truth = truth.with(one, equipment.xray(), phantom);
            }
        }
        List<Incoming> begun = Workshop.begin(files);
        keep(truth, look);
        return archive.shelve(begun);
    }

    /** Always the same for a participant, one or the other by chance. */
    private Equipment former(Phantom phantom) {
        return Math.floorMod(phantom.seed(), THIN_ONE_IN) == 1 ? thin : quick;
    }

    private void keep(TruthFile truth, Look look) {
        try {
            Files.createDirectories(truths);
            Files.write(truths.resolve(look.images().value() + ".json"), truth.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
