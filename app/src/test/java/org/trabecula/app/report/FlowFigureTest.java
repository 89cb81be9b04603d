package org.trabecula.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.app.web.Words;
import org.trabecula.study.dataset.Dataset;

/** Whoever adds up the boxes of the flow of participants finds everybody again. */
class FlowFigureTest {
    private static final Dataset DATA = VirtualStudy.of(90).dataset();
    private static final Wording ENGLISH = new Wording(Words.in(Locale.ENGLISH));
    private static final Pattern BOX = Pattern.compile("(.*)  n = (\\d+)");
    private static final Pattern VISIT =
            Pattern.compile("month \\d+: (\\d+) judged, (?:(\\d+) left, )?(?:(\\d+) died, )?(\\d+) not");

    private static List<String> texts(boolean visits) {
        return new FlowFigure(DATA, visits, ENGLISH)
                .drawing().marks().stream()
                        .filter(Drawing.Words.class::isInstance)
                        .map(Drawing.Words.class::cast)
                        .map(Drawing.Words::text)
                        .toList();
    }

    @Test
    void everyBoxIsTheOneAboveLessThoseBesideIt() {
        List<String> texts = texts(true);
        int standing = 0;
        int lost = 0;
        List<Integer> arms = new ArrayList<>();
        for (String text : texts) {
            Matcher box = BOX.matcher(text);
            if (box.matches()) {
                int count = Integer.parseInt(box.group(2));
                if (box.group(1).matches("screened|planned|invited|consented|operated|compared|surgery planned")) {
                    assertThat(count).as(text).isEqualTo(standing == 0 ? count : standing - lost);
                    standing = count;
                    lost = 0;
                } else {
                    arms.add(count);
                }
            } else if (text.matches("\\d+ .*")) {
                lost += Integer.parseInt(text.replaceFirst(" .*", ""));
            }
        }
        assertThat(arms).hasSize(2);
        assertThat(arms.get(0) + arms.get(1)).isEqualTo(standing);
        assertThat(standing).isEqualTo(DATA.compared().size());
        assertThat(texts).as("the demonstration has somebody without an arm").anyMatch(text -> text.contains("cage"));
    }

    @Test
    void atEveryVisitEverybodyOfAnArmIsThere() {
        List<Integer> sums = texts(true).stream()
                .map(VISIT::matcher)
                .filter(Matcher::matches)
                .map(visit -> IntStream.rangeClosed(1, visit.groupCount())
                        .mapToObj(visit::group)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::parseInt)
                        .sum())
                .toList();
        assertThat(sums).hasSize(2 * DATA.visits().size());
        assertThat(sums.stream().distinct())
                .containsExactlyInAnyOrder(DATA.arm(0).size(), DATA.arm(1).size());
    }

    @Test
    void beforeOutcomesNobodyIsSaidToBeJudged() {
        assertThat(texts(false)).noneMatch(text -> text.contains("judged")).anyMatch(text -> text.contains("compared"));
    }
}
