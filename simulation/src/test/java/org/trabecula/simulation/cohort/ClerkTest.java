package org.trabecula.simulation.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.trabecula.study.form.FormAnswers;
import org.trabecula.study.form.FormChecks;
import org.trabecula.study.protocol.Choice;
import org.trabecula.study.protocol.EditCheck;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.ItemType;
import org.trabecula.study.protocol.Logic;
import org.trabecula.study.protocol.Text;

/** The clerk fills in a form that he has never seen. */
class ClerkTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 6);
    private static final FormDefinition FORM = new FormDefinition(
            "unheard",
            Text.same("Unheard of"),
            false,
            Arrays.stream(ItemType.values()).map(ClerkTest::item).toList());
    private static final EditCheck CHECK = new EditCheck(
            "odd", "unheard", "q_integer", Logic.parse("[q_integer] > [q_number]"), Text.same("Too small"));

    private static Item item(ItemType type) {
        return new Item(
                "q_" + type.name().toLowerCase(java.util.Locale.ROOT),
                type,
                Text.same(""),
                Text.same(type.name()),
                Text.same(""),
                List.of(new Choice("a", Text.same("A")), new Choice("b", Text.same("B"))),
                Optional.of(new BigDecimal("-3")),
                Optional.of(new BigDecimal("5.5")),
                type.ordinal() % 2 == 0,
                false,
                type == ItemType.TEXT ? Optional.of(Logic.parse("[q_yes_no] = '1'")) : Optional.empty(),
                type == ItemType.CALCULATED ? Optional.of(Logic.parse("1 + 1")) : Optional.empty());
    }

    @RepeatedTest(50)
    void whatItWritesPassesEveryCheckAndHidesNothing(RepetitionInfo repetition) {
        Chance chance = Chance.of(repetition.getCurrentRepetition(), "clerk");
        Chart empty = Chart.ofVisit(TODAY, new Questionnaire(40, 5, 5), chance);
        SortedMap<String, String> values = new Clerk(List.of(CHECK)).fill(FORM, empty, TODAY, chance);
        assertThat(values).isNotEmpty().containsKey("q_yes_no").doesNotContainKey("q_calculated");
        assertThat(FormChecks.check(FORM, List.of(CHECK), values)).isEmpty();
        FormAnswers answers = new FormAnswers(FORM, name -> values.getOrDefault(name, ""));
        assertThat(FORM.items())
                .filteredOn(item -> values.containsKey(item.name()))
                .allMatch(answers::shows);
    }
}
