package org.trabecula.simulation.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.SiteDefinition;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;

/** The reference study as these tests know it: its items, windows, charter and eligibility, without its words. */
final class ReferenceStudy {
    private ReferenceStudy() {}

    static Protocol protocol() {
        return new Protocol(
                "3dcop",
                "1.0",
                Text.same("Reference study"),
                "NCT04086784",
                90,
                List.of(arm("titanium", CageMaterial.PRINTED_POROUS_TITANIUM), arm("peek", CageMaterial.PEEK)),
                List.of(new SiteDefinition("01", Text.same("Site"), ZoneId.of("Asia/Shanghai"))),
                List.of(
                        visit(0, 90, 0, "baseline", "odi", "vas"),
                        visit(3, 35, 35, "odi", "vas"),
                        visit(6, 56, 56, "odi", "vas"),
                        visit(12, 56, 56, "odi", "vas"),
                        visit(24, 84, 84, "odi", "vas")),
                List.of("1.0"),
                List.of(
                        criterion("age", "[scr_age] >= 50"),
                        criterion(
                                "osteoporosis",
                                "min([scr_t_lumbar], [scr_t_hip], [scr_t_neck]) <= -2.5 or [scr_hu_mean] < 110"),
                        criterion("plif", "[scr_plif] = '1'"),
                        criterion("prior-surgery", "[scr_prior_surgery] = '0'")),
                List.of(form("screening", true), form("baseline", false), form("odi", false), form("vas", false)),
                List.of(
                        check("hu-voltage", "baseline", "hu_kvp", "[hu_mean] = '' or [hu_kvp] <> ''"),
                        check("s1-lowest", "baseline", "s1_planned", "[lowest_segment] <> '5' or [s1_planned] <> '0'")),
                new ReadingCharter(
                        "1.0",
                        2,
                        mm("1"),
                        mm("3"),
                        mm("5"),
                        mm("2"),
                        mm("3"),
                        mm("0.5"),
                        ImageRequirements.none(),
                        routine()),
                new EndpointPlan(
                        "bridwell-1-2/v1",
                        "lucency-1mm/v1",
                        new Timepoint(6),
                        0.95,
                        List.of(
                                new Score("odi", Text.same("ODI"), "odi", "odi_percent"),
                                new Score("vas_back", Text.same("VAS back"), "vas", "vas_back_10"),
                                new Score("vas_leg", Text.same("VAS leg"), "vas", "vas_leg_10"))));
    }

    private static ReadingRoutine routine() {
        return new ReadingRoutine(28, mm("0.2"), 4, 7, true);
    }

    private static BigDecimal mm(String value) {
        return new BigDecimal(value);
    }

    private static Arm arm(String id, CageMaterial material) {
        return new Arm(id, Text.same(id), Set.of(material));
    }

    private static PlannedVisit visit(int months, int before, int after, String... forms) {
        return new PlannedVisit(
                new Timepoint(months), Text.same("m" + months), before, after, List.of(forms), months > 0);
    }

    private static Criterion criterion(String id, String statement) {
        return new Criterion(id, false, Text.same(id), Logic.parse(statement));
    }

    private static EditCheck check(String id, String form, String item, String statement) {
        return new EditCheck(id, form, item, Logic.parse(statement), Text.same(id));
    }

    private static FormDefinition form(String id, boolean beforeConsent) {
        List<Item> items = table().lines()
                .skip(1)
                .map(line -> Arrays.copyOf(line.split("\t", -1), 8))
                .filter(cells -> id.equals(cells[0]))
                .map(ReferenceStudy::item)
                .toList();
        return new FormDefinition(id, Text.same(id), beforeConsent, items);
    }

    private static Item item(String[] cells) {
        ItemType type = ItemType.valueOf(cells[2]);
        boolean calculated = type == ItemType.CALCULATED;
        return new Item(
                cells[1],
                type,
                Text.same(""),
                Text.same(cells[1]),
                Text.same(""),
                calculated ? List.of() : choices(cells[3]),
                cell(cells, 4).map(BigDecimal::new),
                cell(cells, 5).map(BigDecimal::new),
                cell(cells, 6).isPresent(),
                false,
                cell(cells, 7).map(Logic::parse),
                calculated ? cell(cells, 3).map(Logic::parse) : Optional.empty());
    }

    private static Optional<String> cell(String[] cells, int column) {
        return Optional.ofNullable(cells[column]).filter(text -> !text.isEmpty());
    }

    private static List<Choice> choices(String text) {
        return Arrays.stream(Objects.requireNonNullElse(text, "").split("\\|", -1))
                .map(choice -> choice.strip().split(", ", 2))
                .filter(choice -> choice.length == 2)
                .map(choice -> new Choice(choice[0], Text.same(choice[1])))
                .toList();
    }

    private static String table() {
        try (InputStream in = Objects.requireNonNull(ReferenceStudy.class.getResourceAsStream("items.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
