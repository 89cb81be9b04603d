package org.trabecula.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Methods for times, asked with tables that differ from the reference cases in kind. */
class TimesTest {
    @Test
    void drawsOneCurveWithoutGroupsAndOneForEachWord() {
        Table table = visits();
        JsonNode all = compute("turnbull", "{'left':'l','right':'r','at':[2.5,8]}", table);
        assertThat(all.path("all").path("n").asInt()).isEqualTo(60);
        assertThat(all.path("all").path("surv_at").has("t2.5")).isTrue();
        assertThat(all.path("all").path("surv_at").has("t8")).isTrue();
        JsonNode byArm = compute("turnbull", "{'left':'l','right':'r','group':'arm'}", table);
        assertThat(byArm.propertyNames()).containsExactly("PEEK", "Ti", "none");
        assertThat(byArm.path("Ti").path("surv_at").has("t24")).isTrue();
    }

    @Test
    void takesAnEmptyLeftEndForZeroAndLeavesOutRowsWithNeitherEnd() {
        var empty = table(List.of("l", "r"), List.of(List.of("", "3"), List.of("", ""), List.of("3", "")));
        JsonNode curve = compute("turnbull", "{'left':'l','right':'r'}", empty).path("all");
        assertThat(curve.path("n").asInt()).isEqualTo(2);
        assertThat(curve.path("left").get(0).asDouble()).isZero();
        assertThat(curve.path("right").get(1).asString()).isEqualTo("Inf");
    }

    @Test
    void comparesThreeGroupsByChiSquare() {
        JsonNode test = compute("interval-censored-logrank", "{'left':'l','right':'r','group':'arm'}", visits());
        assertThat(test.path("sun_logrank1").path("U").propertyNames()).containsExactly("PEEK", "Ti", "none");
        assertThat(test.path("sun_logrank1").path("Z").asDouble()).isNotNegative();
        assertThat(test.path("score_test_logrank2").path("p").asDouble()).isBetween(0.0, 1.0);
        assertThatThrownBy(
                        () -> compute("interval-censored-logrank", "{'left':'l','right':'r','group':'one'}", visits()))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("at least two groups");
    }

    /** The two differ only by subjects with two finite ends; see the guide. */
    @Test
    void givesRobustErrorsAsRHasThemAndAsTheyAreDefined() {
        String inputs = "{'left':'l','right':'r','covariates':'arm','cluster':'id'%s}";
        JsonNode asR = compute("interval-censored-clustered", inputs.formatted(""), visits());
        JsonNode defined = compute("interval-censored-clustered", inputs.formatted(",'sandwich':'scores'"), visits());
        assertThat(asR.path("coef")).isEqualTo(defined.path("coef"));
        assertThat(asR.path("coef").propertyNames()).containsExactly("(Intercept)", "armTi", "armnone");
        assertThat(asR.path("se_robust")).isNotEqualTo(defined.path("se_robust"));
        assertThatThrownBy(() -> compute("interval-censored-clustered", inputs.formatted(",'sandwich':'x'"), visits()))
                .hasMessageContaining("survreg or scores");
    }

    @Test
    void regressesOnWordsWithAndWithoutALaw() {
        String inputs = "{'left':'l','right':'r','covariates':'arm+age'}";
        JsonNode free = compute("interval-censored-semiparametric", inputs, visits());
        assertThat(free.path("ph").path("coef").propertyNames()).containsExactly("armTi", "armnone", "age");
        JsonNode laws = compute("interval-censored-parametric", inputs, visits());
        assertThat(laws.path("weibull").path("vcov").size()).isEqualTo(25);
        assertThat(laws.path("exponential").path("vcov").size()).isEqualTo(16);
        // A free curve fits at least as well as a Weibull one.
        assertThat(free.path("ph").path("loglik").asDouble())
                .isGreaterThan(laws.path("weibull").path("loglik").asDouble());
    }

    @Test
    void followsThreeGroupsWithEventsCodedOneAndTwo() {
        JsonNode coded = survival("status12");
        JsonNode flagged = survival("status");
        assertThat(coded).isEqualTo(flagged);
        assertThat(coded.path("cox").path("efron").path("coef").propertyNames())
                .containsExactly(".gTi", ".gnone", "age", "siteB", "siteC");
        assertThat(coded.path("zph_p").propertyNames()).containsExactly(".g", "age", "site", "GLOBAL");
        assertThat(coded.path("surv").size()).isEqualTo(6);
        assertThat(coded.path("rmst").propertyNames()).containsExactly(".g=PEEK", ".g=Ti", ".g=none");
    }

    /** A curve that has come down to 0 has no error, one that stays above a half no median; R gives NA for both. */
    @Test
    void saysNothingWhereThereIsNothingToSay() {
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i <= 8; i++) {
            rows.add(List.of(String.valueOf(i), "1", "a", String.valueOf(i % 3)));
            rows.add(List.of(String.valueOf(i + 0.5), i == 2 ? "1" : "0", "b", String.valueOf(i % 4)));
        }
        JsonNode answer = compute(
                "right-censored-survival",
                "{'time':'t','status':'s','group':'g','covariates':['x'],'times':[4,20]}",
                table(List.of("t", "s", "g", "x"), rows));
        assertThat(answer.path("surv").get(1).asDouble()).isZero();
        assertThat(answer.path("se").get(1).isNull()).isTrue();
        assertThat(answer.path("lower").get(1).isNull()).isTrue();
        assertThat(answer.path("median").get(0).asDouble()).isEqualTo(4.5);
        assertThat(answer.path("median").get(1).isNull()).isTrue();
    }

    @Test
    void givesIncidenceOfAllWhereThereAreNoGroups() {
        JsonNode answer = compute(
                "cumulative-incidence",
                "{'time':'t','event':'e','at':5}",
                table(List.of("t", "e"), List.of(List.of("2", "1"), List.of("4", "2"), List.of("6", "0"))));
        assertThat(answer.path("strata").asString()).isEqualTo("all");
        assertThat(answer.path("cif_event").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(answer.path("cif_competing").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
    }

    private static JsonNode survival(String status) {
        return compute(
                "right-censored-survival",
                "{'time':'t','status':'" + status + "','group':'arm','covariates':['age','site'],'times':[2,4]}",
                visits());
    }

    private static JsonNode compute(String method, String inputs, Table table) {
        JsonNode node = JsonMapper.shared().readTree(inputs.replace('\'', '"'));
        return Catalogue.compute(new Case("one", method, new Inputs(node), List.of(table)))
                .json();
    }

    private static Table table(List<String> columns, List<List<String>> rows) {
        return new Table("made-up.csv", columns, rows);
    }

    /** Sixty subjects of three arms, two to a cluster, with a visit-censored and a right-censored time. */
    private static Table visits() {
        var random = new SplittableRandom(60);
        String[] arms = {"Ti", "PEEK", "none"};
        String[] sites = {"A", "B", "C"};
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 60; i++) {
            double time = -8 * Math.log1p(-random.nextDouble());
            String left = time < 3 ? "0" : time < 6 ? "3" : time < 12 ? "6" : "12";
            String right = time < 3 ? "3" : time < 6 ? "6" : time < 12 ? "12" : "";
            boolean event = random.nextInt(3) > 0;
            rows.add(List.of(
                    left,
                    right,
                    arms[i % 3],
                    "one",
                    String.valueOf(i / 2),
                    String.valueOf(random.nextInt(50, 80)),
                    String.valueOf(time),
                    event ? "1" : "0",
                    event ? "2" : "1",
                    sites[random.nextInt(3)]));
        }
        return table(List.of("l", "r", "arm", "one", "id", "age", "t", "status", "status12", "site"), rows);
    }
}
