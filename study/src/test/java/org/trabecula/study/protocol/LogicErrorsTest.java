package org.trabecula.study.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogicErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                           | Column 1: the rule is empty",
                "[age] >                      | Column 8: expected a field, a number, a text or (, but found the end",
                "[age] = 'x                   | Column 9: the text that starts here has no closing '",
                "[Age] = 1                    | Column 1: a field is written [name] or [name(code)]",
                "[age                         | Column 1: a field is written",
                "[m6][age] = 1                | Column 5: a field of another event",
                "age > 5                      | Column 1: age is no function",
                "1 < 2 < 3                    | Column 7: a comparison has two sides",
                "(1 + 2                       | Column 7: expected ), but found the end",
                "1 2                          | Column 3: expected and, or, a comparison, or the end, but found '2'",
                "[a] = 1 && [b] = 2           | Column 9: '&' has no meaning here",
                "sqrt(1, 2)                   | Column 1: sqrt takes 1 arguments, but has 2",
                "sum()                        | Column 1: sum takes 1 to 500 arguments, but has 0",
                "if([a] = 1, 2)               | Column 1: if takes 3 arguments, but has 2",
                "round [a]                    | Column 7: expected ( after round",
                "datediff([a], 'today', 'd')  | Column 15: 'today' is no date yyyy-mm-dd",
                "datediff([a], [b], 'months') | Column 20: the unit of datediff is",
                "datediff([a], [b], 'd', 1)   | Column 25: after the unit",
                "and                          | Column 1: and is no function",
            })
    void aTextThatIsNoRuleIsRefusedWithItsColumn(String rule, String sentence) {
        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> Logic.parse(rule))
                .withMessageContaining(sentence);
    }

    @Test
    void tenThousandBracketsAreASentenceAndNotAStackOverflow() {
        for (String opening : List.of("(", "not ", "-", "+", "abs(", "2^", "if(1,1,")) {
            assertThatExceptionOfType(LogicException.class)
                    .isThrownBy(() -> Logic.parse(opening.repeat(10_000 / opening.length())))
                    .withMessageContaining("nested more than");
        }
        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> Logic.parse("(".repeat(100_000)))
                .withMessageContaining("at most 20000 characters");
    }

    @Test
    void aLongFlatRuleIsNoProblem() {
        assertThat(Logic.parse("1" + "+1".repeat(9_000)).value(field -> "")).isEqualTo("9001");
        assertThat(Logic.parse("1=1" + " and 1=1".repeat(2_000)).holds(field -> ""))
                .isTrue();
    }

    @Test
    void anAnswerThatIsAnEndlessNumberIsText() {
        assertThat(Logic.parse("[a] + 1").value(field -> "9".repeat(100_000))).isEmpty();
        assertThat(Logic.parse("[a] + 1").value(field -> "1e999999999")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[lost] = 1                      | 1  | there is no field [lost]",
                "[lost(1)] = 1                   | 1  | there is no field [lost]",
                "[drugs] = '1'                   | 1  | [drugs] is a checkbox",
                "[drugs(9)] = '1'                | 1  | [drugs] has no code 9; its codes are 1, 2",
                "[sex(1)] = '1'                  | 1  | [sex] is not a checkbox",
                "[sex] = '3'                     | 9  | [sex] has no code 3; its codes are 1, 2",
                "'3' <> [sex]                    | 1  | [sex] has no code 3",
                "[smokes] = 2                    | 12 | [smokes] has no code 2; its codes are 1, 0",
                "[born] > '31.12.1950'           | 10 | [born] is a date, and '31.12.1950' is not one",
                "[age] > 'old'                   | 9  | [age] is a number, and 'old' is not one",
                "[name] * 2 > 1                  | 1  | [name] is not a number",
                "mean([age], [born]) > 1         | 13 | [born] is not a number",
                "datediff([age], [born], 'd') > 1| 10 | [age] is not a date",
                "[hint] = ''                     | 1  | [hint] is a descriptive text",
            })
    void aRuleIsHeldAgainstTheItemsItLooksAt(String rule, int column, String sentence) {
        assertThat(Logic.parse(rule).flaws(LogicErrorsTest::item))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.column()).isEqualTo(column);
                    assertThat(flaw.sentence()).contains(sentence);
                });
    }

    @Test
    void aFittingRuleHasNoFlaws() {
        Logic rule = Logic.parse("[age] >= 50 and [sex] = 1 and [drugs(2)] = '1' and [smokes] = '0' and [name] <> ''"
                + " and datediff([born], '2020-01-01', 'y') > 50 and sum([age], [sex]) > 1 and [born] <> ''");
        assertThat(rule.flaws(LogicErrorsTest::item)).isEmpty();
    }

    private static Optional<Item> item(String name) {
        Map<String, ItemType> types = Map.of(
                "age",
                ItemType.INTEGER,
                "sex",
                ItemType.RADIO,
                "drugs",
                ItemType.CHECKBOX,
                "smokes",
                ItemType.YES_NO,
                "born",
                ItemType.DATE,
                "name",
                ItemType.TEXT,
                "hint",
                ItemType.DESCRIPTIVE);
        List<Choice> choices = List.of(new Choice("1", Text.same("one")), new Choice("2", Text.same("two")));
        return Optional.ofNullable(types.get(name))
                .map(type -> new Item(
                        name,
                        type,
                        Text.same(""),
                        Text.same(name),
                        Text.same(""),
                        choices,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty()));
    }
}
