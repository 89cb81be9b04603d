package org.trabecula.exchange.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;

/**
 * A map of a YAML text, asked key by key. Every question that the text does not answer is a problem with its place, and
 * gets a harmless value so that the reading can go on to the next problem.
 */
final class YamlSection {
    private final String file;
    private final Findings findings;
    private final Place place;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    YamlSection(String file, MappingNode node, Findings findings) {
        this.file = file;
        this.findings = findings;
        this.place = YamlText.place(file, node.getStartMark());
        for (NodeTuple pair : node.getValue()) {
            Place at = YamlText.place(file, pair.getKeyNode().getStartMark());
            if (!(pair.getKeyNode() instanceof ScalarNode key)) {
                findings.error(at, "yaml", "A key is a plain word.");
            } else if (values.putIfAbsent(key.getValue(), pair.getValueNode()) != null) {
                findings.error(at, "duplicate-key", "The key '" + key.getValue() + "' stands here a second time.");
            } else {
                places.put(key.getValue(), at);
            }
        }
    }

    /** Says which keys there are; any other is a problem. */
    YamlSection only(String... keys) {
        List<String> known = Arrays.asList(keys);
        places.forEach((key, at) -> {
            if (!known.contains(key)) {
                findings.error(
                        at,
                        "unknown-key",
                        "'" + key + "' is not known here; known are " + String.join(", ", known) + ".");
            }
        });
        return this;
    }

    Place place() {
        return place;
    }

    /** Where the value of the key stands, or else where it is missing. */
    Place place(String key) {
        Node node = values.get(key);
        return node == null ? place : YamlText.place(file, node.getStartMark());
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return value(key).flatMap(node -> scalar(key, node)).map(Placed::value).orElse("");
    }

    /** A text of this shape. */
    String text(String key, String pattern, String shape) {
        String text = text(key);
        if (!text.isEmpty() && !text.matches(pattern)) {
            findings.error(
                    place(key), "wrong-type", "'" + text + "' is not " + shape + ", which '" + key + "' has to be.");
        }
        return text;
    }

    int integer(String key, int lowest, int highest) {
        return decimal(key, String.valueOf(lowest), String.valueOf(highest), true)
                .intValue();
    }

    BigDecimal decimal(String key, String lowest, String highest) {
        return decimal(key, lowest, highest, false);
    }

    private BigDecimal decimal(String key, String lowest, String highest, boolean whole) {
        String text = text(key);
        return text.isEmpty() ? new BigDecimal(lowest) : decimal(text, place(key), key, lowest, highest, whole);
    }

    private BigDecimal decimal(String text, Place at, String key, String lowest, String highest, boolean whole) {
        if (text.matches(whole ? "-?\\d{1,9}" : "-?\\d{1,9}(\\.\\d{1,9})?")) {
            BigDecimal number = new BigDecimal(text);
            if (number.compareTo(new BigDecimal(lowest)) >= 0 && number.compareTo(new BigDecimal(highest)) <= 0) {
                return number;
            }
        }
        findings.error(
                at,
                "wrong-type",
                "'" + key + "' is a " + (whole ? "whole " : "") + "number from " + lowest + " to " + highest + ", not '"
                        + text + "'.");
        return new BigDecimal(lowest);
    }

    /** Two numbers, of which the second is not the smaller. */
    List<BigDecimal> range(String key, String lowest, String highest) {
        List<BigDecimal> ends = texts(key).stream()
                .map(end -> decimal(end.value(), end.place(), key, lowest, highest, false))
                .toList();
        if (ends.size() == 2 && ends.get(0).compareTo(ends.get(1)) <= 0) {
            return ends;
        }
        if (has(key)) {
            findings.error(place(key), "wrong-type", "'" + key + "' is a range like [3, 5], the smaller number first.");
        }
        return List.of(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    boolean flag(String key) {
        String text = has(key) ? text(key) : "false";
        if (!text.equals("true") && !text.equals("false")) {
            findings.error(place(key), "wrong-type", "'" + key + "' is true or false, not '" + text + "'.");
        }
        return text.equals("true");
    }

    /** A text in both languages; English stands in for missing Chinese, with a warning. */
    Text bilingual(String key) {
        Optional<YamlSection> section = section(key);
        if (section.isEmpty()) {
            return Text.same("");
        }
        YamlSection both = section.get().only("en", "zh");
        String english = both.text("en");
        if (!both.has("zh")) {
            findings.warning(place(key), "missing-translation", "'" + english + "' has no Chinese text (zh).");
            return Text.same(english);
        }
        return new Text(english, both.text("zh"));
    }

    Optional<YamlSection> section(String key) {
        return value(key).flatMap(node -> section("'" + key + "'", node));
    }

    List<YamlSection> sections(String key) {
        return elements(key).stream()
                .flatMap(node -> section("Each of '" + key + "'", node).stream())
                .toList();
    }

    /** The parts of a list, no two of one name. */
    <T> List<Placed<T>> unique(String key, Function<YamlSection, T> reader, Function<T, String> id) {
        List<Placed<T>> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlSection part : sections(key)) {
            T value = reader.apply(part);
            if (!ids.add(id.apply(value))) {
                findings.error(
                        part.place(),
                        "duplicate-name",
                        "'" + id.apply(value) + "' stands a second time among " + key + ".");
            }
            found.add(new Placed<>(value, part.place()));
        }
        return List.copyOf(found);
    }

    /** One of a few names; the first of them stands in for an unknown one. */
    <E> E choice(String key, E[] all, Function<E, String> id) {
        String written = text(key);
        return written.isEmpty()
                ? all[0]
                : choice(new Placed<>(written, place(key)), all, id).orElse(all[0]);
    }

    /** Several of a few names. */
    <E> List<E> choices(String key, E[] all, Function<E, String> id) {
        return texts(key).stream()
                .flatMap(written -> choice(written, all, id).stream())
                .toList();
    }

    private <E> Optional<E> choice(Placed<String> written, E[] all, Function<E, String> id) {
        Optional<E> found = Arrays.stream(all)
                .filter(one -> id.apply(one).equals(written.value()))
                .findFirst();
        if (found.isEmpty()) {
            findings.error(
                    written.place(),
                    "unknown-value",
                    "'" + written.value() + "' is none of "
                            + Arrays.stream(all).map(id).toList() + ".");
        }
        return found;
    }

    Timepoint timepoint(String key) {
        String text = text(key);
        try {
            return text.isEmpty() ? Timepoint.BASELINE : Timepoint.of(text);
        } catch (IllegalArgumentException e) {
            findings.error(place(key), "wrong-type", e.getMessage() + ".");
            return Timepoint.BASELINE;
        }
    }

    List<Placed<String>> texts(String key) {
        return elements(key).stream()
                .flatMap(node -> scalar(key, node).stream())
                .toList();
    }

    private List<Node> elements(String key) {
        Optional<Node> value = value(key);
        if (value.isPresent() && value.get() instanceof SequenceNode list) {
            return new ArrayList<>(list.getValue());
        }
        value.ifPresent(node -> findings.error(place(key), "wrong-type", "'" + key + "' is a list."));
        return List.of();
    }

    private Optional<Node> value(String key) {
        Node node = values.get(key);
        if (node == null) {
            findings.error(place, "missing-key", "The key '" + key + "' is missing here.");
        }
        return Optional.ofNullable(node);
    }

    private Optional<YamlSection> section(String what, Node node) {
        if (node instanceof MappingNode map) {
            return Optional.of(new YamlSection(file, map, findings));
        }
        findings.error(
                YamlText.place(file, node.getStartMark()), "wrong-type", what + " is a group of keys with values.");
        return Optional.empty();
    }

    private Optional<Placed<String>> scalar(String key, Node node) {
        Place at = YamlText.place(file, node.getStartMark());
        if (!(node instanceof ScalarNode scalar)) {
            findings.error(at, "wrong-type", "'" + key + "' is one value here, not a list or a group.");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            findings.error(at, "missing-value", "'" + key + "' has no value.");
            return Optional.empty();
        }
        return Optional.of(new Placed<>(scalar.getValue().strip(), at));
    }
}
