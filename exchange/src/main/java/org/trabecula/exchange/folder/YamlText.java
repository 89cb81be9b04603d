package org.trabecula.exchange.folder;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;

/**
 * YAML as far as a study needs it: one document of maps, lists and plain values. Events are counted before any tree is
 * built, so that a text that is nested or multiplied without end costs nothing.
 */
final class YamlText {
    private static final int DEEPEST = 12;
    private static final int LARGEST = 500_000;
    /** The scanner's time grows with the square of a line. */
    private static final int LONGEST_LINE = 10_000;

    private YamlText() {}

    static Optional<YamlSection> read(String file, String text, Findings findings) {
        if (text.length() > LARGEST || text.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
            findings.error(
                    Place.in(file),
                    "too-large",
                    "The file has at most " + LARGEST + " characters, and a line " + LONGEST_LINE + ".");
            return Optional.empty();
        }
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setCodePointLimit(LARGEST).build();
        try {
            if (!plain(file, new Parse(settings).parseString(text), findings)) {
                return Optional.empty();
            }
            if (new Compose(settings).composeString(text).orElse(null) instanceof MappingNode top) {
                return Optional.of(new YamlSection(file, top, findings));
            }
            findings.error(Place.in(file), "yaml", "The file has to be a list of keys with values, as in 'id: 3dcop'.");
        } catch (MarkedYamlEngineException e) {
            Place place = place(file, e.getProblemMark());
            findings.error(place, "yaml", "The text is not YAML here: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            findings.error(Place.in(file), "yaml", "The text is not YAML: it holds a forbidden character.");
        }
        return Optional.empty();
    }

    private static boolean plain(String file, Iterable<Event> events, Findings findings) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case DocumentStart -> documents++;
                case Alias -> {
                    findings.error(
                            place(file, event.getStartMark()),
                            "yaml",
                            "Write the value out; *references are not read.");
                    return false;
                }
                case Scalar, Comment, StreamStart, StreamEnd, DocumentEnd -> {}
            }
            if (depth > DEEPEST || documents > 1) {
                String sentence = documents > 1
                        ? "The file holds a second document; one file is one study."
                        : "The text is nested more than " + DEEPEST + " deep.";
                findings.error(place(file, event.getStartMark()), "yaml", sentence);
                return false;
            }
        }
        return true;
    }

    static Place place(String file, Optional<Mark> mark) {
        return mark.map(known -> new Place(file, known.getLine() + 1, known.getColumn() + 1))
                .orElse(Place.in(file));
    }
}
