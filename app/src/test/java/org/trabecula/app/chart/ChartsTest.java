package org.trabecula.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class ChartsTest {
    private static final RateChart RATES = new RateChart(
            "rates",
            "Loosening <by visit>",
            "6 months: 7/40 & 12/43",
            "%",
            List.of("3 months", "6 months"),
            List.of(
                    new RateChart.Series(
                            "Titanium", List.of(Optional.empty(), Optional.of(new RateChart.Point(0.175, 0.08, 0.32)))),
                    new RateChart.Series(
                            "PEEK",
                            List.of(
                                    Optional.of(new RateChart.Point(0.5, 0.3, 0.7)),
                                    Optional.of(new RateChart.Point(0.28, 0.17, 0.43))))));
    private static final EnrolmentChart ENROLMENT = new EnrolmentChart(
            "enrolment",
            "Enrolment",
            "screened 2, operated 1",
            List.of(
                    new EnrolmentChart.Line("screened", List.of(LocalDate.of(2024, 3, 5), LocalDate.of(2024, 1, 31))),
                    new EnrolmentChart.Line("operated", List.of(LocalDate.of(2024, 3, 31)))),
            10,
            "planned",
            LocalDate.of(2024, 4, 2));
    private static final CompletenessChart COMPLETENESS = new CompletenessChart(
            "visits",
            "Visits",
            "3 months: held 90, missed 1",
            List.of(
                    new CompletenessChart.Part("held", "part-held"),
                    new CompletenessChart.Part("missed", "part-missed")),
            List.of(new CompletenessChart.Bar("3 months", List.of(90, 1))));

    static Stream<String> charts() {
        return Stream.of(
                RATES.svg(),
                ENROLMENT.svg(),
                COMPLETENESS.svg(),
                new RateChart("none", "None", "", "%", List.of(), List.of()).svg(),
                new EnrolmentChart("none", "None", "", List.of(), 0, "planned", LocalDate.of(2024, 1, 1)).svg(),
                new CompletenessChart("none", "None", "", List.of(), List.of()).svg());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyChartIsWellFormedNamedAndWithoutStyles(String svg) throws Exception {
        Element root = parse(svg);
        assertThat(svg).doesNotContain("style=").doesNotContain("<style").doesNotContain("NaN");
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby"))
                .isEqualTo(root.getAttribute("id") + "-title " + root.getAttribute("id") + "-description");
        assertThat(root.getFirstChild().getNodeName()).isEqualTo("title");
        assertThat(root.getFirstChild().getNextSibling().getNodeName()).isEqualTo("desc");
    }

    /** 0.5 lies in the middle of the axis from 240 (0 %) to 30 (100 %); arms stand 14 apart around the visit's place. */
    @Test
    void ratesArePointsWithWhiskersAndAreNamedAtTheirEnd() throws Exception {
        assertThat(structure(parse(RATES.svg())))
                .containsSubsequence(
                        "title Loosening <by visit>",
                        "desc 6 months: 7/40 & 12/43",
                        "text axis %",
                        "line base",
                        "text axis 3 months",
                        "g arm-0",
                        "line whisker",
                        "line whisker",
                        "line whisker",
                        "circle mark",
                        "g arm-1",
                        "path way",
                        "rect mark",
                        "rect mark",
                        "text label arm-0 Titanium",
                        "text label arm-1 PEEK");
        assertThat(RATES.svg()).contains("M137 135L317 181.2").contains("cx=\"303\" cy=\"203.2\"");
    }

    /** The axis begins with the month before the first event; a month's step is taken at its tick. */
    @Test
    void enrolmentRisesInStepsUpToTheNewestMonth() throws Exception {
        assertThat(structure(parse(ENROLMENT.svg())))
                .containsSubsequence(
                        "text axis 2024-01",
                        "text axis 2024-04",
                        "line target",
                        "path stair stair-0",
                        "path stair stair-1",
                        "text label target-label planned 10",
                        "text label stair-0 screened 2",
                        "text label stair-1 operated 1");
        assertThat(ENROLMENT.svg()).contains("d=\"M36 215H134.5V195.5H233V195.5H331.5V176H430V176\"");
    }

    @Test
    void labelsAtTheSameHeightMoveApart() {
        assertThat(Labels.apart(List.of(50.0, 48.0, 100.0), 200)).containsExactly(62.0, 48.0, 100.0);
        assertThat(Labels.apart(List.of(98.0, 20.0, 99.0), 100)).containsExactly(86.0, 20.0, 100.0);
    }

    /** 456 units for 91 visits; a part one visit wide is too narrow for its number. */
    @Test
    void barsShareTheLengthByTheirCounts() throws Exception {
        assertThat(structure(parse(COMPLETENESS.svg())))
                .containsExactly(
                        "title Visits",
                        "desc 3 months: held 90, missed 1",
                        "rect part-held",
                        "text axis held",
                        "rect part-missed",
                        "text axis missed",
                        "text axis 3 months",
                        "rect part-held",
                        "text count on-part-held 90",
                        "rect part-missed");
        assertThat(COMPLETENESS.svg()).contains("width=\"451\"").contains("width=\"5\"");
    }

    @Test
    void aBarHasACountForEveryPart() {
        assertThatThrownBy(() -> new CompletenessChart(
                        "x", "x", "", List.of(), List.of(new CompletenessChart.Bar("3 months", List.of(1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    /** Every element below the root as its name, classes and text. */
    private static List<String> structure(Element root) {
        return Stream.iterate(root.getFirstChild(), node -> node != null, Node::getNextSibling)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .flatMap(element -> element.getNodeName().equals("g")
                        ? Stream.concat(Stream.of("g " + element.getAttribute("class")), structure(element).stream())
                        : Stream.of(String.join(
                                        " ",
                                        element.getNodeName(),
                                        element.getAttribute("class"),
                                        element.getTextContent())
                                .replaceAll("\\s+", " ")
                                .strip()))
                .toList();
    }
}
