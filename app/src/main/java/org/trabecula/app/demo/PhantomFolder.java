package org.trabecula.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.trabecula.app.images.Incoming;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Specimen;

/** A phantom's images as a hospital would send them, in a folder, and the truth about them beside. */
public final class PhantomFolder {
    private static final LocalDate EXAMINED = LocalDate.of(2026, 1, 5);
    private static final Equipment EQUIPMENT = Equipment.fine();

    private PhantomFolder() {}

    /** How many slices and radiographs were written. */
    public record Written(int slices, int radiographs) {}

    /**
     * Writes {@code images/ct}, {@code images/lateral.dcm} and the other projections, and {@code truth.json}. The same specimen gives the
     * same bytes.
     */
    public static Written write(Path folder, Specimen specimen) throws IOException {
        Phantom phantom = specimen.drawn();
        Path images = folder.resolve("images");
        Files.createDirectories(images.resolve("ct"));
        Scan scan = EQUIPMENT.ct().scan(phantom);
        List<Incoming> slices = Workshop.begin(PhantomFiles.ct(examinee(specimen, "ct"), 1, scan));
        for (int slice = 0; slice < slices.size(); slice++) {
            try (InputStream file = slices.get(slice).source().open()) {
                Files.copy(
                        file,
                        images.resolve("ct").resolve("%04d.dcm".formatted(slice + 1)),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        TruthFile truth = TruthFile.of(phantom).with("ct", scan);
        for (Projection projection : EQUIPMENT.projections()) {
            byte[] image =
                    PhantomFiles.radiograph(examinee(specimen, "radiographs"), EQUIPMENT.xray(), phantom, projection);
            Files.write(images.resolve(projection.name().toLowerCase(Locale.ROOT) + ".dcm"), image);
            truth = truth.with(projection, EQUIPMENT.xray(), phantom);
        }
        Files.write(folder.resolve("truth.json"), truth.toBytes());
        return new Written(slices.size(), EQUIPMENT.projections().size());
    }

    private static Examinee examinee(Specimen specimen, String what) {
        return new Examinee("PHANTOM-" + specimen.seed(), EXAMINED, specimen + "/" + what);
    }
}
