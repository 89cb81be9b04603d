package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A field of a form.
 *
 * @param group the heading under which it stands; empty for none
 * @param shownWhen REDCap's branching logic
 * @param calculation for {@link ItemType#CALCULATED} only
 */
public record Item(
        String name,
        ItemType type,
        Text group,
        Text label,
        Text note,
        List<Choice> choices,
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> maximum,
        boolean required,
        boolean identifier,
        Optional<Logic> shownWhen,
        Optional<Logic> calculation) {
    public Item {
        choices = List.copyOf(choices);
    }
}
