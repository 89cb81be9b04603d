package org.trabecula.app.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Posture;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.simulation.phantom.Truth;
import org.trabecula.simulation.phantom.Vec;
import org.trabecula.simulation.phantom.XRay;
import org.trabecula.study.spine.Level;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is truly there in images of a phantom, as JSON beside them. The package says what each field is.
 *
 * @param images one for each series, in the order in which they were taken
 */
record TruthFile(
        String format,
        String coordinates,
        Map<String, String> units,
        long seed,
        double build,
        Map<Level, Double> boneHu,
        List<Screw> screws,
        List<Segment> segments,
        List<Image> images) {
    private static final String FORMAT = "trabecula-phantom-truth/1";
    private static final String COORDINATES = "patient: x to the left, y to the back, z to the head";
    private static final Map<String, String> UNITS =
            Map.of("lengths", "mm", "angles", "degrees", "hu", "Hounsfield units", "bridging", "share, 0 to 1");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** A screw, whatever the posture. */
    record Screw(String site, double diameterMm, double lengthMm, double haloMm, boolean denseRim) {}

    /** A disc space, whatever the posture. */
    record Segment(
            String segment,
            List<Phantom.CageKind> cages,
            double cageHeightMm,
            double bridging,
            double motionDegrees,
            double translationMm) {}

    /** One series: how it was taken, and where things stood then. */
    record Image(
            String name,
            String modality,
            Posture posture,
            Map<String, Object> geometry,
            List<Axis> axes,
            List<Body> bodies,
            List<Angle> angles) {}

    record Axis(String site, double[] seat, double[] tip) {}

    record Body(Level level, double[] centre, double hu, double tiltDegrees) {}

    record Angle(String segment, double degrees) {}

    static TruthFile of(Phantom phantom) {
        return new TruthFile(
                FORMAT,
                COORDINATES,
                UNITS,
                phantom.seed(),
                phantom.build(),
                phantom.hu(),
                phantom.screws().stream()
                        .map(one -> new Screw(
                                one.site().toString(), one.diameterMm(), one.lengthMm(), one.haloMm(), one.rim()))
                        .toList(),
                phantom.discs().stream()
                        .map(one -> new Segment(
                                one.segment().toString(),
                                one.cages(),
                                one.heightMm(),
                                one.bridging(),
                                one.motionDegrees(),
                                one.translationMm()))
                        .toList(),
                List.of());
    }

    TruthFile with(String name, Scan scan) {
        Scanner scanner = scan.scanner();
        Map<String, Object> geometry = Map.of(
                "firstPixel", point(scan.corner(0)),
                "pixelMm", scanner.pixel(),
                "columns", scanner.columns(),
                "rows", scanner.rows(),
                "slices", scan.count(),
                "incrementMm", scanner.increment(),
                "thicknessMm", scanner.thickness(),
                "blurMm", scanner.blur(),
                "noiseHu", scanner.noise(),
                "kilovolt", scanner.kilovolt());
        return with(image(name, "CT", Posture.NEUTRAL, geometry, scan.truth()));
    }

    TruthFile with(Projection projection, XRay xray, Phantom phantom) {
        XRay.Geometry plane = xray.geometry(projection.view());
        Map<String, Object> geometry = Map.of(
                "source", point(plane.source()),
                "firstPixel", point(plane.corner()),
                "right", point(plane.right()),
                "down", point(plane.down()),
                "pixelMm", plane.pixelMm(),
                "columns", xray.columns(),
                "rows", xray.rows(),
                "sourceToDetectorMm", plane.detectorMm(),
                "kilovolt", projection.view().kilovolt());
        Truth truth = XRay.truth(phantom, projection.posture());
        return with(image(projection.name().toLowerCase(Locale.ROOT), "DX", projection.posture(), geometry, truth));
    }

    private TruthFile with(Image image) {
        return new TruthFile(
                format,
                coordinates,
                units,
                seed,
                build,
                boneHu,
                screws,
                segments,
                Stream.concat(images.stream(), Stream.of(image)).toList());
    }

    private static Image image(
            String name, String modality, Posture posture, Map<String, Object> geometry, Truth truth) {
        return new Image(
                name,
                modality,
                posture,
                geometry,
                truth.screws().stream()
                        .map(one -> new Axis(one.site().toString(), point(one.seat()), point(one.tip())))
                        .toList(),
                truth.bodies().stream()
                        .map(one -> new Body(one.level(), point(one.centre()), one.hu(), one.tiltDegrees()))
                        .toList(),
                truth.segments().stream()
                        .map(one -> new Angle(one.segment().toString(), one.angleDegrees()))
                        .toList());
    }

    private static double[] point(Vec at) {
        return new double[] {at.x(), at.y(), at.z()};
    }

    byte[] toBytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }
}
