package org.trabecula.dicom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The data dictionary of PS3.6, read once from {@code dictionary.csv}. */
final class Dictionary {

    private record Entry(List<String> vrs, String keyword) {}

    private static final Map<Tag, Entry> ENTRIES = DataFile.lines(Dictionary.class, "dictionary.csv").stream()
            .map(line -> line.split(",", -1))
            .collect(Collectors.toUnmodifiableMap(
                    field -> new Tag(Integer.parseUnsignedInt(field[0], 16)),
                    field -> new Entry(List.of(field[1].split("/", -1)), field[2])));
    private static final Map<String, Tag> TAGS = ENTRIES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(e -> e.getValue().keyword(), Map.Entry::getKey));

    private Dictionary() {}

    static Optional<Tag> tagOf(String keyword) {
        return Optional.ofNullable(TAGS.get(keyword));
    }

    static Optional<String> keywordOf(Tag tag) {
        return Optional.ofNullable(ENTRIES.get(tag)).map(Entry::keyword);
    }

    static boolean knows(Tag tag) {
        return ENTRIES.containsKey(tag);
    }

    /** Whether the standard lets this attribute have this representation. */
    static boolean allows(Tag tag, Vr vr) {
        Entry entry = ENTRIES.get(tag);
        return entry != null && entry.vrs().contains(vr.name());
    }

    /**
     * The representation of a value whose file does not say it (PS3.5 annex A.1). Where the standard leaves a choice, words win over
     * bytes, and {@code signed} (Pixel Representation) decides between signed and unsigned shorts.
     */
    static Vr vrOf(Tag tag, boolean signed) {
        Entry entry = ENTRIES.get(tag);
        if (entry == null) {
            return isPrivateCreator(tag) ? Vr.LO : Vr.UN;
        }
        if (entry.vrs().contains("OW")) {
            return Vr.OW;
        }
        String choice =
                entry.vrs().contains("SS") && signed ? "SS" : entry.vrs().getFirst();
        return Vr.named(choice).orElse(Vr.UN);
    }

    private static boolean isPrivateCreator(Tag tag) {
        return tag.isPrivate() && tag.element() >= 0x10 && tag.element() <= 0xFF;
    }
}
