package org.trabecula.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whatever is wrong with a case, it ends in numbers or in a sentence for people: never in a fault, and never without end. */
class HostileDataTest {
    /** What a program says to programmers. */
    private static final Pattern INTERNAL = Pattern.compile(
            "NaN|Exception|[Ii]ndex -?\\d|out of (bounds|range)|\\bnull\\b|java\\.|Optional|[A-Z][a-z]+\\[|@[0-9a-f]{4}|Node\\b");

    static Stream<Arguments> methods() throws IOException {
        return sound().stream().map(one -> argumentSet(one.method(), one));
    }

    @Test
    void tries_every_method_of_the_catalogue() throws IOException {
        assertThat(sound())
                .extracting(Case::method)
                .hasSameElementsAs(Catalogue.all().stream().map(Method::name).toList());
    }

    @ParameterizedTest
    @MethodSource("methods")
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void ends_in_numbers_or_in_a_sentence(Case sound) {
        var wrong = new ArrayList<String>();
        for (HostileCases.Hostile hostile : HostileCases.of(sound)) {
            try {
                String numbers = Catalogue.compute(hostile.asked()).json().toString();
                if (numbers.contains("NaN")) {
                    wrong.add(hostile.what() + ": " + numbers);
                }
            } catch (Unusable problem) {
                String sentence = String.valueOf(problem.getMessage());
                if (!sentence.contains(" ") || INTERNAL.matcher(sentence).find()) {
                    wrong.add(hostile.what() + ": " + sentence);
                }
            } catch (RuntimeException | StackOverflowError fault) {
                wrong.add(hostile.what() + ": " + fault + " at " + fault.getStackTrace()[0]);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A reference case of each method. */
    private static Collection<Case> sound() throws IOException {
        var sound = new LinkedHashMap<String, Case>();
        try (Stream<Path> files = Files.list(Path.of("golden", "cases"))) {
            files.sorted().map(Case::read).forEach(one -> sound.putIfAbsent(one.method(), one));
        }
        sound.put("blinding", blinding());
        return sound.values();
    }

    /** The one method without a reference case, with made-up guesses. */
    private static Case blinding() {
        var inputs = JsonNodeFactory.instance.objectNode();
        inputs.put("active_right", 24).put("active_wrong", 11).put("active_unknown", 10);
        inputs.put("control_right", 15).put("control_wrong", 17).put("control_unknown", 13);
        return new Case("blinding", "blinding", new Inputs(inputs), List.of());
    }
}
