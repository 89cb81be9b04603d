package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.study.testkit.NeverRules;

/** The never-rules that can be seen in the study; each is kept here, and seen to fail in a house that breaks it. */
class NeverRulesTest {
    private static final String STUDY = "org.trabecula.study";
    private static final String BAD = "org.trabecula.never";
    private static final JavaClasses OURS = NeverRules.own(STUDY);
    private static final JavaClasses BADS = new ClassFileImporter().importPackages(BAD);

    @TestFactory
    Stream<DynamicTest> theStudyKeepsEveryRule() {
        return NeverRules.ofTheStudy(STUDY).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().forEach(one -> one.check(OURS))));
    }

    @Test
    void theRulesHaveSeenEveryChapterOfTheStudyAndNoTest() {
        Set<String> chapters = OURS.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(STUDY.length() + 1))
                .collect(Collectors.toSet());
        assertThat(chapters)
                .containsExactlyInAnyOrder(
                        "journal",
                        "spine",
                        "protocol",
                        "site",
                        "participant",
                        "implant",
                        "visit",
                        "form",
                        "imaging",
                        "safety",
                        "milestone",
                        "conduct",
                        "comparability",
                        "endpoint",
                        "analysis",
                        "dataset",
                        "report");
        assertThat(OURS).hasSizeGreaterThan(150);
    }

    @TestFactory
    Stream<DynamicTest> aRuleThatHasSeenNoClassFails() {
        JavaClasses nothing = new ClassFileImporter().importPackages("org.trabecula.nowhere");
        return NeverRules.ofTheStudy(STUDY).entrySet().stream()
                .flatMap(rule -> rule.getValue().stream())
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(),
                        () -> assertThatThrownBy(() -> rule.check(nothing))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("failed to check any classes")));
    }

    /** Each rule with the classes of the bad house that it has to name, and it may name no others. */
    static List<Arguments> breaches() {
        return List.of(
                Arguments.of(
                        NeverRules.studyKnowsNoTechnique(BAD), List.of("Storing", "Fetching", "Filing", "Spinning")),
                Arguments.of(NeverRules.onlyTheDeskLocks(BAD), List.of("Locking")),
                Arguments.of(
                        NeverRules.chaptersKnowOnlyWhatIsBelow(BAD),
                        List.of("PeepingReader", "LooksUp", "Stray", "Foreseeing")),
                Arguments.of(NeverRules.noCycles(BAD), List.of("LooksUp", "Looks")),
                Arguments.of(NeverRules.readingRoomNeverSeesTheArm(BAD), List.of("PeepingReader")),
                Arguments.of(NeverRules.designNeverSeesAnOutcome(BAD), List.of("Foreseeing")),
                Arguments.of(NeverRules.onlyTheDeskWrites(BAD), List.of("Scribbling")),
                Arguments.of(NeverRules.endpointAndAnalysisOnlyRead(BAD), List.of("Deciding")),
                Arguments.of(
                        NeverRules.nobodyAsksTheWallClockOrDice(BAD),
                        List.of("Hurried", "Ticking", "Counting", "Gambling", "Dicing")),
                Arguments.of(NeverRules.noSettersOrGetters(BAD), List.of("Settable")),
                Arguments.of(NeverRules.noNullReturns(BAD), List.of("Nothing")),
                Arguments.of(NeverRules.noMutableStatics(BAD), List.of("Forgetful", "Shared")),
                Arguments.of(NeverRules.noFieldInjection(BAD), List.of("Injected")),
                Arguments.of(NeverRules.noForbiddenNames(BAD), List.of("WordHelper")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void everyRuleIsSeenToFail(ArchRule rule, List<String> guilty) {
        EvaluationResult result = rule.evaluate(BADS);
        assertThat(result.hasViolation()).isTrue();
        String report = result.getFailureReport().toString();
        Set<String> named = BADS.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .filter(name -> result.getFailureReport().getDetails().stream()
                        .anyMatch(line -> line.matches("(?s).*[.]" + name + "\\b.*")))
                .collect(Collectors.toSet());
        assertThat(named).as(report).containsAll(guilty);
        assertThat(named)
                .as("the innocent are named only as what is depended on: " + report)
                .isSubsetOf(Stream.concat(guilty.stream(), Stream.of("Somebody", "Looks", "Desk", "Inject"))
                        .toList());
    }

    @Test
    void noRuleIsLeftWithoutABreach() {
        Set<String> seen = breaches().stream()
                .map(one -> ((ArchRule) one.get()[0]).getDescription().replace(BAD, STUDY))
                .collect(Collectors.toSet());
        assertThat(NeverRules.ofTheStudy(STUDY).values().stream()
                        .flatMap(List::stream)
                        .map(ArchRule::getDescription))
                .isSubsetOf(seen);
    }
}
