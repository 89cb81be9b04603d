package org.trabecula.dicom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.dicom.Tags;

/** Against a search that looks for each string at each place. */
class BytePatternsTest {
    private static final String LETTERS = "abAB01 ";

    /** Where a string begins, and how long it is there. */
    private record Found(String text, int start, int end) {}

    private static String word(SplittableRandom random, int least, int most) {
        StringBuilder word = new StringBuilder();
        for (int left = random.nextInt(least, most + 1); left > 0; left--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private static Set<Found> plainly(Set<Needle> needles, String text, int least) {
        Set<Found> found = new LinkedHashSet<>();
        String small = text.toLowerCase(Locale.ROOT);
        for (Needle needle : needles) {
            for (int at = small.indexOf(needle.text()); at >= 0; at = small.indexOf(needle.text(), at + 1)) {
                if (needle.text().length() >= least) {
                    found.add(new Found(needle.text(), at, at + needle.text().length()));
                }
            }
        }
        return found;
    }

    @Test
    void finds_what_a_plain_search_finds_and_nothing_else() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 3_000; round++) {
            int least = random.nextInt(2, 6);
            Set<Needle> needles = new LinkedHashSet<>();
            for (int left = random.nextInt(0, 30); left > 0; left--) {
                needles.add(new Needle(word(random, least, 9).toLowerCase(Locale.ROOT), "", Tags.PATIENT_ID));
            }
            String text = word(random, 0, 300);
            int longer = random.nextInt(0, 7);
            BytePatterns patterns = BytePatterns.of(needles, StandardCharsets.UTF_8);
            for (int length : new int[] {0, longer}) {
                List<BytePatterns.Match> matches = patterns.only(match -> match.characters() >= length)
                        .in(text.getBytes(StandardCharsets.US_ASCII));
                assertThat(matches)
                        .filteredOn(match -> !match.wide())
                        .extracting(match -> new Found(match.needle().text(), match.start(), match.end()))
                        .containsExactlyInAnyOrderElementsOf(plainly(needles, text, length));
            }
        }
    }

    @Test
    void finds_letters_of_two_bytes() {
        Needle needle = new Needle("wang", "", Tags.PATIENT_NAME);
        byte[] wide = "Herr Wang".getBytes(StandardCharsets.UTF_16LE);
        assertThat(BytePatterns.of(List.of(needle), StandardCharsets.UTF_8).in(wide))
                .contains(new BytePatterns.Match(needle, 10, 18, true));
    }
}
