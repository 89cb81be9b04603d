package org.trabecula.exchange.folder;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.study.endpoint.FusionDefinition;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Criterion;
import org.trabecula.study.protocol.EditCheck;
import org.trabecula.study.protocol.EndpointPlan;
import org.trabecula.study.protocol.ImageRequirements;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.ReadingCharter;
import org.trabecula.study.protocol.ReadingRoutine;
import org.trabecula.study.protocol.ReadingSheets;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.SiteDefinition;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;

/** Reads {@code study.yaml}, key by key. */
final class StudyYaml {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";
    private static final String ID_SHAPE = "a name of letters, digits, - and _ (40 at most)";
    private static final String DEFINITION = "[a-z0-9][a-z0-9-]{0,60}/v[1-9]\\d{0,3}";

    private final YamlSection top;
    private final Findings findings;

    private StudyYaml(YamlSection top, Findings findings) {
        this.top = top;
        this.findings = findings;
    }

    static StudyText read(String text, Findings findings) {
        return YamlText.read(StudyFolder.STUDY, text, findings)
                .map(top -> new StudyYaml(top, findings).study())
                .orElseGet(StudyYaml::nothing);
    }

    private StudyText study() {
        top.only(
                "id",
                "version",
                "title",
                "registration",
                "planned",
                "arms",
                "sites",
                "consent",
                "forms",
                "eligibility",
                "visits",
                "charter",
                "endpoints",
                "checks");
        List<YamlSection> endpoints = top.section("endpoints").stream()
                .map(section -> section.only("fusion", "loosening", "primary", "confidence", "scores"))
                .toList();
        List<Placed<Score>> scores = endpoints.stream()
                .flatMap(plan -> plan.unique("scores", this::score, Score::id).stream())
                .toList();
        ReadingCharter charter = top.section("charter").map(this::charter).orElseGet(StudyYaml::noCharter);
        return new StudyText(
                top.text("id", ID, ID_SHAPE),
                top.text("version"),
                top.bilingual("title"),
                top.text("registration"),
                top.integer("planned", 1, 100_000),
                top.unique("arms", this::arm, Arm::id),
                top.unique("sites", this::site, SiteDefinition::id),
                consents(),
                top.unique("forms", this::form, FormHeading::id),
                top.unique("eligibility", this::criterion, Criterion::id),
                top.unique("visits", this::visit, visit -> visit.at().toString()),
                top.unique("checks", this::check, EditCheck::id),
                charter,
                endpoints.stream()
                        .map(plan -> agreeing(plan, plan(plan, Placed.values(scores)), charter))
                        .findFirst()
                        .orElseGet(StudyYaml::noPlan),
                endpoints.isEmpty() ? top.place() : endpoints.getFirst().place("primary"),
                scores);
    }

    private Arm arm(YamlSection arm) {
        arm.only("id", "label", "cages");
        Set<CageMaterial> cages = arm.texts("cages").stream()
                .flatMap(cage -> choice(CageMaterial.class, cage).stream())
                .collect(Collectors.toSet());
        return new Arm(arm.text("id", ID, ID_SHAPE), arm.bilingual("label"), cages);
    }

    private <E extends Enum<E>> List<E> choice(Class<E> type, Placed<String> written) {
        List<E> all = List.of(type.getEnumConstants());
        List<E> found =
                all.stream().filter(one -> one.name().equals(written.value())).toList();
        if (found.isEmpty()) {
            findings.error(written.place(), "unknown-value", "'" + written.value() + "' is none of " + all + ".");
        }
        return found;
    }

    private SiteDefinition site(YamlSection site) {
        site.only("id", "name", "zone");
        return new SiteDefinition(
                site.text("id", "[A-Za-z0-9]{1,10}", "a code of 1 to 10 letters and digits"),
                site.bilingual("name"),
                zone(site));
    }

    private ZoneId zone(YamlSection site) {
        String zone = site.text("zone");
        try {
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            findings.error(
                    site.place("zone"),
                    "unknown-value",
                    "'" + zone + "' is no time zone; write it like Asia/Shanghai.");
            return ZoneOffset.UTC;
        }
    }

    private List<String> consents() {
        List<Placed<String>> versions = top.texts("consent");
        if (versions.isEmpty() && top.has("consent")) {
            findings.error(top.place("consent"), "missing-value", "There has to be a version of the consent document.");
        }
        if (new HashSet<>(Placed.values(versions)).size() < versions.size()) {
            findings.error(top.place("consent"), "duplicate-name", "A consent version stands twice.");
        }
        return Placed.values(versions);
    }

    private FormHeading form(YamlSection form) {
        form.only("id", "title", "before_consent");
        return new FormHeading(
                form.text("id", "[a-z][a-z0-9_]{0,39}", "a form name of small letters, digits and _"),
                form.text("title"),
                form.flag("before_consent"));
    }

    private Criterion criterion(YamlSection criterion) {
        criterion.only("id", "exclusion", "label", "holds");
        return new Criterion(
                criterion.text("id", ID, ID_SHAPE),
                criterion.flag("exclusion"),
                criterion.bilingual("label"),
                Rules.readOrTrue(criterion.text("holds"), criterion.place("holds"), findings));
    }

    private EditCheck check(YamlSection check) {
        check.only("id", "form", "item", "holds", "message");
        return new EditCheck(
                check.text("id", ID, ID_SHAPE),
                check.text("form"),
                check.text("item"),
                Rules.readOrTrue(check.text("holds"), check.place("holds"), findings),
                check.bilingual("message"));
    }

    private PlannedVisit visit(YamlSection visit) {
        visit.only("at", "name", "before", "after", "forms", "images");
        return new PlannedVisit(
                visit.timepoint("at"),
                visit.bilingual("name"),
                visit.integer("before", 0, 366),
                visit.integer("after", 0, 366),
                Placed.values(visit.texts("forms")),
                visit.flag("images"));
    }

    private ReadingCharter charter(YamlSection charter) {
        charter.only("version", "readers", "lucency_mm", "unclear", "images", "routine", "sheets");
        List<YamlSection> unclear = charter.section("unclear").stream().toList();
        if (unclear.isEmpty()) {
            return noCharter();
        }
        YamlSection ranges = unclear.getFirst().only("motion_degrees", "translation_mm", "artefact_share");
        List<BigDecimal> motion = ranges.range("motion_degrees", "0", "90");
        List<BigDecimal> translation = ranges.range("translation_mm", "0", "50");
        return new ReadingCharter(
                charter.text("version"),
                charter.integer("readers", 1, 10),
                charter.decimal("lucency_mm", "0.1", "10"),
                motion.get(0),
                motion.get(1),
                translation.get(0),
                translation.get(1),
                ranges.decimal("artefact_share", "0", "1"),
                charter.has("images")
                        ? charter.section("images")
                                .map(images -> new ImagesYaml(images, findings).read())
                                .orElseGet(ImageRequirements::none)
                        : ImageRequirements.none(),
                charter.section("routine").map(this::routine).orElseGet(ReadingRoutine::plain),
                charter.section("sheets").map(this::sheets).orElseGet(ReadingSheets::plain));
    }

    private ReadingRoutine routine(YamlSection section) {
        YamlSection routine = section.only(
                "read_within_days", "reread_share", "reread_after_weeks", "look_again_days", "adjudicator_explains");
        int within = routine.integer("read_within_days", 0, 1_000);
        BigDecimal share = routine.decimal("reread_share", "0", "1");
        int weeks = routine.integer("reread_after_weeks", 1, 100);
        int look = routine.integer("look_again_days", 0, 700);
        boolean explains = routine.flag("adjudicator_explains");
        if (share.signum() > 0 && look >= 7 * weeks) {
            findings.error(
                    routine.place("look_again_days"),
                    "reread-too-soon",
                    "A read can be looked at for " + look + " days, but the case comes back after " + weeks
                            + " weeks: look_again_days has to be shorter.");
            return ReadingRoutine.plain();
        }
        return new ReadingRoutine(within, share, weeks, look, explains);
    }

    private ReadingSheets sheets(YamlSection section) {
        YamlSection sheets = section.only("loosening_first", "screws_only", "compare_earlier");
        boolean first = sheets.flag("loosening_first");
        boolean only = sheets.flag("screws_only");
        boolean compare = sheets.flag("compare_earlier");
        if (only && !first) {
            findings.error(
                    sheets.place("screws_only"),
                    "screws-not-apart",
                    "Screws alone can be shown only on a sheet of their own: screws_only needs loosening_first.");
            return ReadingSheets.plain();
        }
        if (compare) {
            findings.warning(
                    sheets.place("compare_earlier"),
                    "order-of-visits-shown",
                    "Readers who see an earlier visit know that a case is not the first of its participant.");
        }
        return new ReadingSheets(first, only, compare);
    }

    private EndpointPlan plan(YamlSection plan, List<Score> scores) {
        return new EndpointPlan(
                plan.text("fusion", DEFINITION, "a definition with its version, like bridwell-1-2/v1"),
                plan.text("loosening", DEFINITION, "a definition with its version, like lucency-1mm/v1"),
                plan.timepoint("primary"),
                plan.decimal("confidence", "0.5", "0.999").doubleValue(),
                scores);
    }

    /** A definition that names a width has to name the charter's: it is the charter that readers and program go by. */
    private EndpointPlan agreeing(YamlSection section, EndpointPlan plan, ReadingCharter charter) {
        String loose = "lucency-" + charter.lucencyMm().stripTrailingZeros().toPlainString() + "mm/v1";
        if (!plan.looseningDefinition().isEmpty() && !plan.looseningDefinition().equals(loose)) {
            findings.error(
                    section.place("loosening"),
                    "definition-unknown",
                    "'" + plan.looseningDefinition() + "' is not what the charter's lucency_mm says: " + loose + ".");
        }
        if (!plan.fusionDefinition().isEmpty()
                && FusionDefinition.find(plan.fusionDefinition()).isEmpty()) {
            findings.error(
                    section.place("fusion"),
                    "definition-unknown",
                    "'" + plan.fusionDefinition() + "' is no definition of fusion; there are: "
                            + String.join(", ", new TreeSet<>(FusionDefinition.ids())) + ".");
        }
        return plan;
    }

    private Score score(YamlSection score) {
        score.only("id", "label", "form", "item");
        return new Score(
                score.text("id", ID, ID_SHAPE), score.bilingual("label"), score.text("form"), score.text("item"));
    }

    private static ReadingCharter noCharter() {
        BigDecimal zero = BigDecimal.ZERO;
        return new ReadingCharter("", 1, zero, zero, zero, zero, zero, zero);
    }

    private static EndpointPlan noPlan() {
        return new EndpointPlan("", "", Timepoint.BASELINE, 0.95, List.of());
    }

    /** Stands in for a text that is not YAML at all, so that the forms are checked nevertheless. */
    private static StudyText nothing() {
        return new StudyText(
                "",
                "",
                Text.same(""),
                "",
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                noCharter(),
                noPlan(),
                Place.in(StudyFolder.STUDY),
                List.of());
    }
}
