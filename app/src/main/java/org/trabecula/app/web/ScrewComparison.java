package org.trabecula.app.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.app.chart.RadialChart;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.ScrewAssistant;
import org.trabecula.dicom.pixel.Position;
import org.trabecula.study.imaging.MeasuredScrew;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ScrewMeasurements;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Side;

/** A reader's locked values, screw by screw, with what the assistant measured beside each. */
record ScrewComparison(ReadingCase reading, Read read, ScrewMeasurements measured, ImageArchive archive) {

    /**
     * One screw of the construct. What there is not is an empty text.
     *
     * @param at series, image and frame where it is best seen
     */
    record Row(String name, String own, String measured, String axis, String at, String chart) {}

    String rule() {
        return measured.rule();
    }

    int unmatched() {
        return measured.unmatched().size();
    }

    List<Row> rows(Words words) {
        return reading.screws().stream().map(site -> row(site, words)).toList();
    }

    private Row row(ScrewSite site, Words words) {
        String name = site.level() + " " + words.name(site.side());
        Optional<MeasuredScrew> found = measured.at(site);
        return new Row(
                name,
                own(site, words),
                found.map(screw -> screw.zone()
                                .map(zone -> zone(zone, words))
                                .orElseGet(() -> words.say("assist.screws.no-diameter")))
                        .orElseGet(() -> words.say("assist.screws.not-found")),
                found.map(screw -> axis(site, screw, words)).orElse(""),
                found.flatMap(this::place).orElse(""),
                found.flatMap(MeasuredScrew::zone)
                        .map(zone -> chart(site, name, zone, words))
                        .orElse(""));
    }

    private String own(ScrewSite site, Words words) {
        return read.findings().screws().stream()
                .filter(one -> one.site().equals(site))
                .flatMap(one -> AdjudicationDispute.said(one).pieces().stream())
                .map(piece -> (words.say(piece.key()) + " " + piece.value()).strip())
                .collect(Collectors.joining(", "));
    }

    private static String zone(MeasuredScrew.MeasuredZone zone, Words words) {
        String limit = zone.detectionLimitMm().toPlainString();
        String never = zone.detectionLimitMm().doubleValue() >= ScrewAssistant.WIDEST_MM ? ".never" : "";
        return zone.told()
                ? words.say("assist.screws.told" + never, zone.widthMm().toPlainString(), limit)
                : words.say("assist.screws.none" + never, limit);
    }

    private static String axis(ScrewSite site, MeasuredScrew screw, Words words) {
        double left = screw.tip().left().subtract(screw.seat().left()).doubleValue();
        double back = screw.tip().back().subtract(screw.seat().back()).doubleValue();
        double head = screw.tip().head().subtract(screw.seat().head()).doubleValue();
        double inward = site.side() == Side.LEFT ? -left : left;
        return words.say(
                "assist.screws.axis.text",
                number(Math.hypot(Math.hypot(left, back), head)),
                number(Math.toDegrees(Math.atan2(inward, Math.abs(back)))),
                number(Math.toDegrees(Math.atan2(-head, Math.hypot(left, back)))));
    }

    private Optional<String> place(MeasuredScrew screw) {
        MeasuredScrew.Spot seat = screw.seat();
        MeasuredScrew.Spot tip = screw.tip();
        Position middle = new Position(
                mean(seat.left(), tip.left()), mean(seat.back(), tip.back()), mean(seat.head(), tip.head()));
        return archive.place(reading, screw.middle())
                .map(place -> place.get(0) + "," + place.get(1) + "," + archive.frame(reading, place, middle));
    }

    private static double mean(BigDecimal one, BigDecimal other) {
        return (one.doubleValue() + other.doubleValue()) / 2;
    }

    private static String chart(ScrewSite site, String name, MeasuredScrew.MeasuredZone zone, Words words) {
        double radius = zone.diameterMm().doubleValue() / 2;
        return new RadialChart(
                        "profile-" + site,
                        words.say("assist.chart.title", name),
                        words.say("assist.chart.text", name, number(radius), String.valueOf(zone.boneHu())),
                        words.say("assist.chart.across"),
                        zone.profile(),
                        radius,
                        zone.widthMm().doubleValue(),
                        zone.detectionLimitMm().doubleValue(),
                        zone.boneHu(),
                        List.of(
                                words.say("assist.chart.metal"),
                                words.say("assist.chart.zone"),
                                words.say("assist.chart.limit"),
                                words.say("assist.chart.bone")))
                .svg();
    }

    private static String number(double value) {
        String size = String.format(Locale.ROOT, "%.1f", Math.abs(value));
        return value < 0 && !size.equals("0.0") ? "−" + size : size;
    }
}
