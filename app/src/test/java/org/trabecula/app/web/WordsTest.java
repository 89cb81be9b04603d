package org.trabecula.app.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.app.images.IntakeRule;
import org.trabecula.app.images.Rejection;
import org.trabecula.dicom.Finding;
import org.trabecula.dicom.Flaw;
import org.trabecula.study.comparability.Comparability;
import org.trabecula.study.conduct.Timeline;
import org.trabecula.study.conduct.Unfinished;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Source;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.form.FormFact;
import org.trabecula.study.imaging.Hold;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Shortfall;
import org.trabecula.study.imaging.Unclear;
import org.trabecula.study.implant.ImplantFact;
import org.trabecula.study.milestone.DesignState;
import org.trabecula.study.milestone.LockState;
import org.trabecula.study.milestone.MilestoneFact;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Estimand;
import org.trabecula.study.protocol.Estimation;
import org.trabecula.study.protocol.Logic;
import org.trabecula.study.protocol.Multiplicity;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Sensitivity;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.site.Role;
import org.trabecula.study.site.SiteFact;
import org.trabecula.study.spine.Side;
import org.trabecula.study.visit.VisitFact;
import org.trabecula.study.visit.VisitStatus;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final ResourceBundle ENGLISH = Words.in(Locale.ENGLISH).bundle();
    private static final ResourceBundle CHINESE = Words.in(Locale.CHINESE).bundle();

    private static Set<String> places(String sentence) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(sentence);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static boolean ofRule(String key) {
        return key.startsWith("rule.") || key.startsWith("flaw.");
    }

    @Test
    void both_languages_have_the_same_keys_but_for_the_rules_and_flaws_whose_english_stands_with_them() {
        Set<String> chinese = new TreeSet<>(CHINESE.keySet());
        chinese.removeIf(WordsTest::ofRule);
        assertEquals(new TreeSet<>(ENGLISH.keySet()), chinese);
    }

    @Test
    void both_languages_fill_the_same_places() {
        assertAll(ENGLISH.keySet().stream()
                .map(key -> () -> assertEquals(places(ENGLISH.getString(key)), places(CHINESE.getString(key)), key)));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void every_rule_has_a_chinese_sentence_with_the_places_of_the_english_one(Rule rule) {
        assertEquals(places(rule.pattern()), places(CHINESE.getString("rule." + rule.id())));
    }

    @ParameterizedTest
    @EnumSource(IntakeRule.class)
    void every_rule_for_files_has_a_chinese_sentence_with_the_places_of_the_english_one(IntakeRule rule) {
        assertEquals(places(rule.pattern()), places(CHINESE.getString("rule." + rule.id())));
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void every_flaw_of_a_file_has_a_chinese_sentence_with_the_places_of_the_english_one(Flaw flaw) {
        assertEquals(places(flaw.pattern()), places(CHINESE.getString("flaw." + flaw.id())));
    }

    @Test
    void no_chinese_sentence_is_left_of_a_rule_or_flaw_that_is_gone() {
        Set<String> rules = new TreeSet<>();
        Arrays.stream(Rule.values()).map(rule -> "rule." + rule.id()).forEach(rules::add);
        Arrays.stream(IntakeRule.values()).map(rule -> "rule." + rule.id()).forEach(rules::add);
        Arrays.stream(Flaw.values()).map(flaw -> "flaw." + flaw.id()).forEach(rules::add);
        Set<String> kept = new TreeSet<>(CHINESE.keySet());
        kept.removeIf(key -> !ofRule(key));
        assertEquals(rules, kept);
    }

    @Test
    void every_constant_that_is_shown_has_a_word() {
        assertAll(Stream.<Enum<?>[]>of(
                        Role.values(),
                        VisitStatus.values(),
                        Cause.values(),
                        Source.values(),
                        CageMaterial.values(),
                        Endpoint.values(),
                        Unit.values(),
                        Timeline.Progress.values(),
                        Logic.Verdict.values(),
                        Modality.values(),
                        Hold.values(),
                        Side.values(),
                        SafetyFact.Relation.values(),
                        SafetyFact.Grounds.values(),
                        SafetyFact.Work.values(),
                        SafetyFact.KnownFrom.values(),
                        Standing.values(),
                        Having.values(),
                        SafetyListRoutes.Concern.values(),
                        Step.StepState.values(),
                        VisitCard.CaseState.values())
                .flatMap(Arrays::stream)
                .map(one -> () ->
                        assertTrue(!Words.in(Locale.ENGLISH).name(one).contains("."), () -> "no word for " + one)));
    }

    @Test
    void every_shortfall_of_images_has_words() {
        assertAll(Arrays.stream(Shortfall.Kind.values())
                .map(kind -> () -> assertTrue(ENGLISH.containsKey(
                        "shortfall." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')))));
    }

    @Test
    void every_reason_for_a_ct_has_words() {
        assertAll(Arrays.stream(Unclear.Cause.values())
                .map(cause -> () ->
                        assertTrue(ENGLISH.containsKey("unclear." + cause.name().toLowerCase(Locale.ROOT)))));
    }

    @Test
    void every_kind_of_fact_has_a_title() {
        assertAll(Stream.of(
                        ParticipantFact.class,
                        ImplantFact.class,
                        VisitFact.class,
                        FormFact.class,
                        SafetyFact.class,
                        MilestoneFact.class,
                        ImagingFact.class,
                        SiteFact.class)
                .flatMap(chapter -> Arrays.stream(chapter.getPermittedSubclasses()))
                .map(kind -> () -> assertTrue(ENGLISH.containsKey("fact." + kind.getSimpleName()), kind.getName())));
    }

    /** Keys are put together of these names on the pages of the design and of the lock. */
    @Test
    void every_name_of_an_analysis_plan_and_of_its_milestones_has_words() {
        assertAll(Stream.of(
                        names("design.strategy.", Estimand.Strategy.values(), Estimand.Strategy::id),
                        names("design.estimator.", Estimation.Estimator.values(), Estimation.Estimator::id),
                        names("design.procedure.", Multiplicity.Procedure.values(), Multiplicity.Procedure::id),
                        names("design.sensitivity.", Sensitivity.values(), Sensitivity::id),
                        names("design.none.", Comparability.Reason.values(), Enum::name),
                        names("lock.kind.", Unfinished.Kind.values(), Enum::name),
                        names("design.state.", DesignState.class.getPermittedSubclasses(), Class::getSimpleName),
                        names("lock.state.", LockState.class.getPermittedSubclasses(), Class::getSimpleName))
                .flatMap(all -> all)
                .map(key -> () -> assertTrue(ENGLISH.containsKey(key), key)));
    }

    private static <T> Stream<String> names(String prefix, T[] all, Function<T, String> name) {
        return Arrays.stream(all).map(one -> prefix + name.apply(one));
    }

    @Test
    void what_a_refusal_names_is_said_in_the_language_of_the_page() {
        var refused = Objection.to("on", Rule.NOT_ELIGIBLE, new Text("PLIF planned", "计划行后路椎间融合术"));
        assertTrue(Words.in(Locale.CHINESE).objection(refused).contains("计划行后路椎间融合术"));
        assertTrue(Words.in(Locale.ENGLISH).objection(refused).contains("PLIF planned"));
    }

    @Test
    void a_refusal_names_screws_as_the_sheets_do() {
        var refused = Objection.to("screw.L3-left", Rule.READ_INCOMPLETE, "L3-left");
        assertEquals("阅片结果缺少：L3 左。", Words.in(Locale.CHINESE).objection(refused));
        assertEquals(
                "The read lacks a finding for: L3 left.",
                Words.in(Locale.ENGLISH).objection(refused));
    }

    @Test
    void what_is_wrong_inside_a_file_is_said_in_the_language_of_the_page() {
        var finding = new Finding(Flaw.PIXELS_NOT_DECODED, List.of("RLE Lossless"));
        var refused = new Rejection(IntakeRule.IMAGE_NOT_READABLE, List.of("a.dcm"), Optional.of(finding));
        assertEquals(
                "a.dcm cannot be shown here. RLE Lossless is not decoded here.",
                Words.in(Locale.ENGLISH).rejection(refused));
        assertEquals(
                "a.dcm 无法在此显示。本系统不解码 RLE Lossless。", Words.in(Locale.CHINESE).rejection(refused));
    }
}
