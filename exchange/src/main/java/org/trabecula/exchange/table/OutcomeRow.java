package org.trabecula.exchange.table;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.study.spine.FusionGrade;

/**
 * What a spreadsheet says about one participant at one visit; empty is missing.
 *
 * @param row as the spreadsheet numbers it, the header being 1
 * @param months after surgery, 0 to 600
 * @param grade where the table gives Bridwell's grade
 * @param fused as written, or grade I or II; empty when missing or indeterminate
 * @param indeterminate whether the table says so in this word
 * @param odi in percent, 0 to 100
 * @param vasBack 0 to 10, whatever scale the table used
 * @param vasLeg 0 to 10, whatever scale the table used
 */
public record OutcomeRow(
        int row,
        String subject,
        String arm,
        int months,
        Optional<FusionGrade> grade,
        Optional<Boolean> fused,
        boolean indeterminate,
        Optional<Boolean> loose,
        OptionalInt screws,
        OptionalInt screwsLoose,
        Optional<BigDecimal> odi,
        Optional<BigDecimal> vasBack,
        Optional<BigDecimal> vasLeg) {}
