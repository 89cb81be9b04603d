package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.study.protocol.Rule;

/** Every refusal of the study is seen at least once, at its place. */
class RefusalsTest {

    static List<Refusal> refusals() {
        return Stream.of(
                        AdmissionRefusals.all(),
                        CaptureRefusals.all(),
                        TheatreAndVisitRefusals.theatre(),
                        TheatreAndVisitRefusals.visits(),
                        TheatreAndVisitRefusals.imagesAndSafety(),
                        AftermathRefusals.all(),
                        InspectionRefusals.all(),
                        ReadingRefusals.all(),
                        AssistanceRefusals.all(),
                        LooseningRefusals.all(),
                        MilestoneRefusals.all(),
                        StudyRefusals.accounts(),
                        StudyRefusals.protocolAndTranscripts())
                .flatMap(Collection::stream)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefusedAtItsPlaceAndLeavesNothing(Refusal refusal) {
        refusal.tell();
    }

    /** The rules in use are read from the compiled classes, so a new refusal without a story is noticed here. */
    @Test
    void everyRuleThatTheStudyCanRaiseHasAStory() {
        Set<Rule> told = refusals().stream()
                .map(Refusal::rule)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
        Set<String> inUse = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.trabecula.study")
                        .stream()
                        .filter(one -> !one.isEquivalentTo(Rule.class))
                        .flatMap(one -> one.getFieldAccessesFromSelf().stream())
                        .map(JavaFieldAccess::getTarget)
                        .filter(field -> field.getOwner().isEquivalentTo(Rule.class))
                        .map(field -> field.getName())
                        .collect(Collectors.toSet());
        assertThat(inUse).hasSizeGreaterThan(60);
        assertThat(told.stream().map(Rule::name)).containsExactlyInAnyOrderElementsOf(inUse);
    }
}
