package org.trabecula.app.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.trabecula.study.protocol.Item;

/** An answer as a person reads it: choices by their labels instead of their codes. */
final class ItemWords {
    private ItemWords() {}

    static String value(Item item, String value, Words words) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (item.type()) {
            case TEXT, NOTES, INTEGER, NUMBER, DATE, CALCULATED, DESCRIPTIVE -> value;
            case YES_NO ->
                switch (value) {
                    case "1" -> words.say("yes");
                    case "0" -> words.say("no");
                    default -> value;
                };
            case RADIO, DROPDOWN -> choice(item, value, words);
            case CHECKBOX ->
                Arrays.stream(value.split(",", -1))
                        .map(code -> choice(item, code, words))
                        .collect(Collectors.joining(", "));
        };
    }

    private static String choice(Item item, String code, Words words) {
        return item.choices().stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(choice -> words.text(choice.label()))
                .orElse(code);
    }
}
