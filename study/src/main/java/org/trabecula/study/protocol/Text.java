package org.trabecula.study.protocol;

import java.util.Locale;

/** A text of the protocol in the languages of the interface. */
public record Text(String english, String chinese) {

    /** The same words in both languages, for names and codes. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
