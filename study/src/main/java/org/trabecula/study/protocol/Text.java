package org.trabecula.study.protocol;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A text of the protocol in the languages of the interface. */
public record Text(String english, String chinese) {

    /** The same words in both languages, for names and codes. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /** Several texts in a row. */
    public static Text joined(String between, List<Text> texts) {
        return new Text(
                texts.stream().map(Text::english).collect(Collectors.joining(between)),
                texts.stream().map(Text::chinese).collect(Collectors.joining(between)));
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
