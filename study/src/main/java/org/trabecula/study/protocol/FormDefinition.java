package org.trabecula.study.protocol;

import java.util.List;
import java.util.Optional;

/**
 * A form of the study.
 *
 * @param beforeConsent whether it may be filled in before consent (the screening log alone)
 */
public record FormDefinition(String id, Text title, boolean beforeConsent, List<Item> items) {
    public FormDefinition {
        items = List.copyOf(items);
    }

    public Optional<Item> item(String name) {
        return items.stream().filter(item -> item.name().equals(name)).findFirst();
    }
}
