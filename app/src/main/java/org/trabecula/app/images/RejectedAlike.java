package org.trabecula.app.images;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Files refused by one rule. A wrong folder may have thousands, of which a few tell as much as all.
 *
 * @param examples the first of them
 * @param more how many there are beside these
 */
public record RejectedAlike(IntakeRule rule, List<Rejection> examples, int more) {
    private static final int SHOWN = 3;

    public RejectedAlike {
        examples = List.copyOf(examples);
    }

    /** Rule by rule, in the order in which they were first met. */
    public static List<RejectedAlike> of(List<Rejection> rejections) {
        Map<IntakeRule, List<Rejection>> byRule = rejections.stream()
                .collect(Collectors.groupingBy(Rejection::rule, LinkedHashMap::new, Collectors.toList()));
        return byRule.entrySet().stream()
                .map(one -> new RejectedAlike(
                        one.getKey(),
                        one.getValue().stream().limit(SHOWN).toList(),
                        Math.max(0, one.getValue().size() - SHOWN)))
                .toList();
    }
}
