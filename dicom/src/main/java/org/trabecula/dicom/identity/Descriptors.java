package org.trabecula.dicom.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.dicom.DataFile;

/**
 * What is kept of descriptions (PS3.15 section E.3.4, Clean Descriptors): not what was written but which words of {@code descriptors.csv} it
 * speaks of. Free text names doctors and patients too often to be cleaned word by word.
 */
final class Descriptors {
    /** LO holds 64 characters (PS3.5 section 6.2). */
    private static final int MOST = 64;

    private record Word(String word, Pattern pattern) {
        private static Word parsed(String line) {
            int comma = line.indexOf(',');
            return new Word(
                    line.substring(0, comma),
                    Pattern.compile(
                            line.substring(comma + 1),
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
        }
    }

    private static final List<Word> WORDS = DataFile.lines(Descriptors.class, "descriptors.csv").stream()
            .map(Word::parsed)
            .toList();

    private Descriptors() {}

    /**
     * The words of the list that the texts speak of; empty if there is none.
     *
     * @param names of the person: a word that is part of one is left out, since it may have been meant so
     */
    static Optional<String> controlled(List<String> texts, List<String> names) {
        String text = String.join(" ", texts);
        Set<String> parts = names.stream()
                .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT).split("[\\s^=,;.()]+", -1)))
                .collect(Collectors.toSet());
        String words = WORDS.stream()
                .filter(word -> word.pattern().matcher(text).find())
                .map(Word::word)
                .filter(word -> Arrays.stream(word.toLowerCase(Locale.ROOT).split(" ", -1))
                        .noneMatch(parts::contains))
                .collect(Collectors.joining(", "));
        return Optional.of(words.substring(0, Math.min(MOST, words.length()))).filter(found -> !found.isEmpty());
    }
}
