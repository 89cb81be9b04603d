package org.trabecula.study.testkit;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Choice;
import org.trabecula.study.protocol.Criterion;
import org.trabecula.study.protocol.EditCheck;
import org.trabecula.study.protocol.EndpointPlan;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.ImageRequirements;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.ItemType;
import org.trabecula.study.protocol.Logic;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.ReadingCharter;
import org.trabecula.study.protocol.ReadingRoutine;
import org.trabecula.study.protocol.ReadingSheets;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.SiteDefinition;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;

/** A small protocol built in code: two arms, two sites, four follow-ups, three forms with every type of item. */
public final class LittleStudy {
    public static final Timepoint M0 = Timepoint.BASELINE;
    public static final Timepoint M3 = new Timepoint(3);
    public static final Timepoint M6 = new Timepoint(6);
    public static final Timepoint M12 = new Timepoint(12);
    public static final Timepoint M24 = new Timepoint(24);

    private LittleStudy() {}

    public static Protocol protocol() {
        return new Protocol(
                "little",
                "1.0",
                Text.same("A little study"),
                "",
                90,
                List.of(
                        arm("titanium", CageMaterial.PRINTED_POROUS_TITANIUM, CageMaterial.TITANIUM),
                        arm("peek", CageMaterial.PEEK)),
                List.of(site("01", "Asia/Shanghai"), site("02", "America/New_York")),
                List.of(
                        new PlannedVisit(M0, Text.same("Baseline"), 0, 0, List.of("baseline", "outcome"), true),
                        followUp(M3, 35),
                        followUp(M6, 56),
                        followUp(M12, 56),
                        followUp(M24, 84)),
                List.of("v1", "v2"),
                List.of(
                        criterion("age", false, "Age 50 or more", "[age] >= 50"),
                        criterion("bone", false, "Osteoporosis", "[t_score] <= -2.5 or [hu] < 110"),
                        criterion("plif", false, "PLIF planned", "[plif] = '1'"),
                        criterion("earlier", true, "No earlier instrumented surgery", "[earlier] = '0'")),
                List.of(screening(), baseline(), outcome()),
                List.of(new EditCheck(
                        "cm-not-m",
                        "baseline",
                        "height",
                        Logic.parse("[height] > [weight]"),
                        Text.same("Height is in cm and weight in kg."))),
                new ReadingCharter("1", 2, n("1"), n("3"), n("5"), n("2"), n("3"), n("0.5"), required(), routine("0")),
                new EndpointPlan(
                        "bridwell-1-2/v1",
                        "lucency-1mm/v1",
                        M6,
                        0.95,
                        List.of(
                                new Score("odi", Text.same("ODI"), "outcome", "odi"),
                                new Score("vas_back", Text.same("VAS back"), "outcome", "vas_back"))));
    }

    /** The same study, read in other sheets. */
    public static Protocol protocol(ReadingSheets sheets) {
        Protocol p = protocol();
        return p.with(p.charter().with(sheets));
    }

    /** CT slices of at most 3 mm, and nobody may accept others. */
    private static ImageRequirements required() {
        return new ImageRequirements(
                Set.of("DX", "CT"),
                Optional.of(new ImageRequirements.Ct(n("3"), n("80"), n("140"), true, false)),
                false,
                false);
    }

    /** Four weeks to read, four more until a case comes back, a week to look again, and adjudicators explain. */
    public static ReadingRoutine routine(String rereadShare) {
        return new ReadingRoutine(28, n(rereadShare), 4, 7, true);
    }

    private static FormDefinition screening() {
        return new FormDefinition(
                "screening",
                Text.same("Screening"),
                true,
                List.of(
                        ranged("age", ItemType.INTEGER, "18", "110"),
                        ranged("t_score", ItemType.NUMBER, "-8", "8"),
                        ranged("hu", ItemType.NUMBER, "-200", "600"),
                        item("plif", ItemType.YES_NO),
                        item("earlier", ItemType.YES_NO)));
    }

    private static FormDefinition baseline() {
        return new FormDefinition(
                "baseline",
                Text.same("Baseline"),
                false,
                List.of(
                        item("heading", ItemType.DESCRIPTIVE),
                        item("sex", ItemType.RADIO, "1", "2"),
                        item("bone_drug", ItemType.DROPDOWN, "none", "teriparatide", "denosumab"),
                        item("illness", ItemType.CHECKBOX, "diabetes", "steroids"),
                        ranged("weight", ItemType.NUMBER, "20", "250"),
                        ranged("height", ItemType.NUMBER, "0.5", "230"),
                        logical(
                                "bmi",
                                ItemType.CALCULATED,
                                Optional.empty(),
                                Optional.of("round([weight] / ([height] / 100) ^ 2, 1)")),
                        item("smoker", ItemType.YES_NO),
                        logical("cigarettes", ItemType.INTEGER, Optional.of("[smoker] = '1'"), Optional.empty()),
                        item("diagnosed", ItemType.DATE),
                        item("remark", ItemType.TEXT),
                        item("history", ItemType.NOTES)));
    }

    private static FormDefinition outcome() {
        return new FormDefinition(
                "outcome",
                Text.same("Outcome"),
                false,
                List.of(
                        ranged("odi", ItemType.NUMBER, "0", "100"),
                        ranged("vas_back", ItemType.NUMBER, "0", "10"),
                        ranged("vas_leg", ItemType.NUMBER, "0", "10")));
    }

    private static Arm arm(String id, CageMaterial... materials) {
        return new Arm(id, Text.same(id), Set.of(materials));
    }

    private static SiteDefinition site(String id, String zone) {
        return new SiteDefinition(id, Text.same("Site " + id), ZoneId.of(zone));
    }

    private static PlannedVisit followUp(Timepoint at, int days) {
        return new PlannedVisit(at, Text.same("Month " + at.months()), days, days, List.of("outcome"), true);
    }

    private static Criterion criterion(String id, boolean exclusion, String label, String logic) {
        return new Criterion(id, exclusion, Text.same(label), Logic.parse(logic));
    }

    private static Item item(String name, ItemType type, String... codes) {
        return item(name, type, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), codes);
    }

    private static Item ranged(String name, ItemType type, String low, String high) {
        return item(name, type, Optional.of(n(low)), Optional.of(n(high)), Optional.empty(), Optional.empty());
    }

    private static Item logical(String name, ItemType type, Optional<String> shown, Optional<String> calculation) {
        return item(name, type, Optional.empty(), Optional.empty(), shown, calculation);
    }

    private static Item item(
            String name,
            ItemType type,
            Optional<BigDecimal> low,
            Optional<BigDecimal> high,
            Optional<String> shown,
            Optional<String> calculation,
            String... codes) {
        return new Item(
                name,
                type,
                Text.same(""),
                Text.same(name),
                Text.same(""),
                Arrays.stream(codes)
                        .map(code -> new Choice(code, Text.same(code)))
                        .toList(),
                low,
                high,
                false,
                false,
                shown.map(Logic::parse),
                calculation.map(Logic::parse));
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
