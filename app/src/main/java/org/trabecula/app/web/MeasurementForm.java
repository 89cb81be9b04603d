package org.trabecula.app.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.MeasurableFrame;
import org.trabecula.app.images.Ruler;
import org.trabecula.study.imaging.HounsfieldRead;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.Quantity;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Scale;
import org.trabecula.study.imaging.Shape;
import org.trabecula.study.imaging.Sheet;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what was drawn for a sheet. The page sends where each thing was drawn and what it showed for it; what counts is computed here
 * anew from the pixels that are kept, and when that is not what the reader saw, the sheet is refused.
 */
final class MeasurementForm {
    /** The hidden field that holds the drawings as JSON. */
    static final String FIELD = "measurements";

    private static final int MOST = 300;
    private static final int LONGEST = 200_000;
    private static final double ALLOWED = 0.06;

    private static final List<Quantity> HEIGHTS = List.of(Quantity.UPPER, Quantity.MIDDLE, Quantity.LOWER);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * As the page tells it.
     *
     * @param target for what it is, such as {@code screw.L4-left.lucency}; empty for nothing
     * @param at series, image and frame in the list of images
     * @param points column and row of each point
     * @param value what was shown to the reader
     * @param unit the unit in which it was shown
     */
    record Drawn(String target, String shape, List<Integer> at, List<List<Double>> points, double value, String unit) {}

    /** A drawing that could be placed in the case. */
    private record Placed(Drawn drawn, Quantity quantity, String of, MeasurableFrame on, List<ImagePoint> points) {
        String frame() {
            return on.instance() + "/" + on.frame();
        }
    }

    private final Typed typed;
    private final ReadingCase reading;
    private final Sheet sheet;
    private final ImageArchive archive;
    private final Map<String, BigDecimal> voltages = new HashMap<>();

    MeasurementForm(Typed typed, ReadingCase reading, Sheet sheet, ImageArchive archive) {
        this.typed = typed;
        this.reading = reading;
        this.sheet = sheet;
        this.archive = archive;
    }

    /** What is kept of drawings, as a page sends it, so that a page can begin with them. */
    static String text(ImageArchive archive, ReadingCase reading, List<Measurement> kept) {
        List<Drawn> drawn = kept.stream()
                .flatMap(one -> archive
                        .place(reading, one.instance())
                        .map(place -> new Drawn(
                                target(one),
                                one.quantity().shape().name(),
                                List.of(place.get(0), place.get(1), one.frame()),
                                one.points().stream()
                                        .map(point -> List.of(point.column(), point.row()))
                                        .toList(),
                                one.results().getFirst().value().doubleValue(),
                                one.results().getFirst().unit().name()))
                        .stream())
                .toList();
        return drawn.isEmpty() ? "" : JSON.writeValueAsString(drawn);
    }

    private static String target(Measurement one) {
        return "screw." + one.of() + "." + one.quantity().name().toLowerCase(Locale.ROOT);
    }

    /** What was drawn; worth something only when the sheet is sound afterwards. */
    Measurements read() {
        List<Placed> placed = new ArrayList<>();
        for (Drawn drawn : drawn()) {
            Optional<Placed> one = place(drawn);
            if (one.isEmpty()) {
                typed.object(Objection.to("", Rule.MEASUREMENT_FOREIGN, drawn.target()));
                return Measurements.NONE;
            }
            placed.add(one.get());
        }
        Map<String, List<Ruler.Stroke>> strokes = strokes(placed);
        List<Measurement> measured = new ArrayList<>();
        for (Placed one : placed) {
            if (HEIGHTS.contains(one.quantity())) {
                one.on().kvp().ifPresent(kvp -> voltages.put(one.of(), kvp));
            }
            Optional<Scale> scale = Ruler.stated(one.on())
                    .or(() -> Ruler.byImplant(one.on(), strokes.getOrDefault(one.frame(), List.of())));
            Optional<Measurement> measurement = Ruler.measure(one.quantity(), one.of(), one.on(), one.points(), scale);
            measurement
                    .filter(found -> agrees(found, one.drawn()))
                    .ifPresentOrElse(measured::add, () -> refuse(one, measurement));
        }
        return new Measurements(measured);
    }

    /** The vertebrae of which all three regions were drawn on CT, or that the reader found not measurable. */
    Optional<HounsfieldRead> hounsfield(Measurements measurements) {
        List<HounsfieldRead.Vertebra> vertebrae = new ArrayList<>();
        for (Level level : HounsfieldRead.LEVELS) {
            if (typed.ticked("vertebra." + level + ".hidden")) {
                vertebrae.add(new HounsfieldRead.Vertebra(level, Optional.empty(), Optional.empty()));
                continue;
            }
            List<BigDecimal> means = HEIGHTS.stream()
                    .flatMap(height -> measurements
                            .of(height, level.name())
                            .reduce((_, last) -> last)
                            .flatMap(one -> one.value(Measurement.Name.MEAN, Measurement.Unit.HU))
                            .stream())
                    .toList();
            if (means.size() == HEIGHTS.size()) {
                BigDecimal sum = means.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                vertebrae.add(new HounsfieldRead.Vertebra(
                        level,
                        Optional.of(sum.divide(BigDecimal.valueOf(HEIGHTS.size()), 1, RoundingMode.HALF_UP)),
                        Optional.ofNullable(voltages.get(level.name()))));
            } else if (!means.isEmpty()) {
                typed.object(Objection.to("vertebra." + level, Rule.READ_INCOMPLETE, level));
            }
        }
        return vertebrae.isEmpty() ? Optional.empty() : Optional.of(new HounsfieldRead(HounsfieldRead.RULE, vertebrae));
    }

    private List<Drawn> drawn() {
        String text = typed.text(FIELD);
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            Drawn[] drawn = text.length() > LONGEST ? new Drawn[MOST + 1] : JSON.readValue(text, Drawn[].class);
            if (drawn.length <= MOST) {
                return List.of(drawn);
            }
            typed.object(Objection.to("", Rule.TOO_LONG, text.length(), LONGEST));
        } catch (JacksonException | NullPointerException e) {
            typed.object(Objection.to("", Rule.MEASUREMENT_FOREIGN, FIELD));
        }
        return List.of();
    }

    private Optional<Placed> place(Drawn drawn) {
        if (drawn.at().size() != 3 || drawn.points().stream().anyMatch(point -> point.size() != 2)) {
            return Optional.empty();
        }
        Optional<Shape> shape = Arrays.stream(Shape.values())
                .filter(one -> one.name().equals(drawn.shape()))
                .filter(one -> one.points() == drawn.points().size())
                .findFirst();
        return shape.flatMap(of -> target(drawn.target(), of)
                .filter(target -> belongs(target.quantity()))
                .flatMap(target -> archive.measurable(
                                reading,
                                drawn.at().get(0),
                                drawn.at().get(1),
                                drawn.at().get(2))
                        .flatMap(on -> points(drawn, on)
                                .map(points -> new Placed(drawn, target.quantity(), target.of(), on, points)))));
    }

    /**
     * What can be drawn for which sheet. While screws are judged no region is: its mean would tell of pixels that are not shown.
     */
    private boolean belongs(Quantity quantity) {
        return switch (sheet) {
            case PLACES -> quantity == Quantity.AXIS;
            case SCREWS ->
                quantity == Quantity.LUCENCY
                        || quantity == Quantity.STROKE
                        || (quantity.name().startsWith("FREE") && quantity.shape() != Shape.ELLIPSE);
            case SEGMENTS -> quantity != Quantity.AXIS && quantity != Quantity.LUCENCY;
            case WHOLE -> quantity != Quantity.AXIS;
        };
    }

    private static Optional<List<ImagePoint>> points(Drawn drawn, MeasurableFrame on) {
        List<ImagePoint> points = drawn.points().stream()
                .filter(one -> one.stream().allMatch(number -> number != null && Double.isFinite(number)))
                .map(one -> new ImagePoint(one.get(0), one.get(1)))
                .filter(on::holds)
                .toList();
        return points.size() == drawn.points().size() ? Optional.of(points) : Optional.empty();
    }

    private record Target(Quantity quantity, String of) {}

    /** What a target's name means in this case; empty when it means nothing here. */
    private Optional<Target> target(String name, Shape shape) {
        if (name.isEmpty()) {
            return Optional.of(new Target(Quantity.free(shape), ""));
        }
        String[] parts = name.split("\\.", -1);
        return parts.length == 3
                ? quantity(parts[0], parts[2])
                        .filter(quantity -> quantity.shape() == shape)
                        .filter(_ -> known(parts[0], parts[1]))
                        .map(quantity -> new Target(quantity, parts[1]))
                : Optional.empty();
    }

    private static Optional<Quantity> quantity(String kind, String part) {
        List<Quantity> allowed = switch (kind) {
            case "screw" -> List.of(Quantity.LUCENCY, Quantity.STROKE, Quantity.AXIS);
            case "segment" -> List.of(Quantity.FLEXION, Quantity.EXTENSION);
            case "vertebra" -> List.of(Quantity.UPPER, Quantity.MIDDLE, Quantity.LOWER);
            default -> List.of();
        };
        return allowed.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(part))
                .findFirst();
    }

    private boolean known(String kind, String of) {
        return switch (kind) {
            case "screw" ->
                reading.screws().stream().anyMatch(site -> site.toString().equals(of));
            case "segment" ->
                reading.segments().stream().anyMatch(one -> one.toString().equals(of));
            default ->
                HounsfieldRead.LEVELS.stream().anyMatch(level -> level.name().equals(of));
        };
    }

    private Map<String, List<Ruler.Stroke>> strokes(List<Placed> placed) {
        Map<String, List<Ruler.Stroke>> strokes = new HashMap<>();
        for (Placed one : placed) {
            if (one.quantity() == Quantity.STROKE
                    && !one.points().get(0).equals(one.points().get(1))) {
                reading.diameters()
                        .of(ScrewSite.of(one.of()))
                        .map(BigDecimal::doubleValue)
                        .filter(mm -> mm > 0)
                        .ifPresent(mm -> strokes.computeIfAbsent(one.frame(), _ -> new ArrayList<>())
                                .add(new Ruler.Stroke(
                                        one.points().get(0), one.points().get(1), mm)));
            }
        }
        return strokes;
    }

    /** Whether the reader saw the value that is kept. */
    private static boolean agrees(Measurement measured, Drawn drawn) {
        Measurement.Result first = measured.results().getFirst();
        return first.unit().name().equals(drawn.unit())
                && Math.abs(first.value().doubleValue() - drawn.value()) <= ALLOWED;
    }

    private void refuse(Placed one, Optional<Measurement> measured) {
        String place = one.of().isEmpty() ? "" : one.drawn().target().replaceFirst("[.][a-z]+$", "");
        typed.object(Objection.to(
                place,
                Rule.MEASUREMENT_DIFFERS,
                one.of().isEmpty() ? one.drawn().shape() : one.of(),
                BigDecimal.valueOf(one.drawn().value()).toPlainString() + " "
                        + one.drawn().unit(),
                measured.map(found -> found.results().getFirst())
                        .map(result -> result.value().toPlainString() + " " + result.unit())
                        .orElse("-")));
    }
}
