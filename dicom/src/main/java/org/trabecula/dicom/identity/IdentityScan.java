package org.trabecula.dicom.identity;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.Value;
import org.trabecula.dicom.Vr;

/**
 * The second look: searches every byte of a de-identified file for the identity of its original, in upper and lower case and in several
 * charsets. It knows nothing of how the identity was removed.
 *
 * <p>What would cry wolf is left out. Digits count only as a whole run of digits, and runs of 4 to 7 only in free text. Words of two or three
 * letters count only as whole words of free text. In vocabulary (codes, coded meanings, makers' and models' names) one word of a
 * name is no evidence, since people are called Head, Long and Philips; two words of the same name are. In binary values only strings long
 * enough not to come about by chance count.
 */
public final class IdentityScan {

    /**
     * One piece of identity in one place.
     *
     * @param place where it was found
     * @param origin which attribute of the original it was
     */
    public record Hit(String place, Tag origin) {
        @Override
        public String toString() {
            return "The original's " + origin + " is still in " + place + ".";
        }
    }

    private static final Set<Tag> VOCABULARY = Stream.of(
                    "Manufacturer",
                    "ManufacturerModelName",
                    "SoftwareVersions",
                    "ConvolutionKernel",
                    "ConvolutionKernelGroup",
                    "FilterType",
                    "ImageFilter",
                    "CodeMeaning",
                    "CodeValue",
                    "RescaleType",
                    "DeidentificationMethod",
                    "ImplementationVersionName")
            .map(Tag::named)
            .collect(Collectors.toUnmodifiableSet());

    private static final int LEAST_IN_BINARY = 6;

    private final List<Needle> needles;
    private final Charset declared;
    /** Everything, for text. */
    private final BytePatterns all;
    /** What counts in binary values. */
    private final BytePatterns binary;

    private IdentityScan(List<Needle> needles, Charset declared) {
        this.needles = needles;
        this.declared = declared;
        this.all = BytePatterns.of(needles, declared);
        this.binary = all.only(match -> isLong(match, LEAST_IN_BINARY));
    }

    /** Looks for the identity in a file. */
    public static IdentityScan of(DicomFile original) {
        return of(original, List.of());
    }

    /** Looks for the identity in a file, and for more that is known of the person from elsewhere, each of at least 4 characters. */
    public static IdentityScan of(DicomFile original, List<String> more) {
        List<Needle> needles = new ArrayList<>(Needles.of(original.dataset()));
        needles.addAll(Needles.of(original.meta()));
        more.stream()
                .filter(text -> text.strip().length() >= 4)
                .map(Needles::of)
                .forEach(needles::add);
        return new IdentityScan(needles, original.dataset().characterSet().charset());
    }

    /** The same search, but for what equals the pseudonym: sites often label images with it before they send them. */
    public IdentityScan allowing(String pseudonym) {
        String allowed = pseudonym.toLowerCase(Locale.ROOT);
        return new IdentityScan(
                needles.stream()
                        .filter(needle -> !allowed.equals(needle.text()))
                        .toList(),
                declared);
    }

    /**
     * Lets a written file pass or not.
     *
     * @throws IdentityLeak if anything was found
     * @throws org.trabecula.dicom.DicomException if the bytes are not a readable file
     */
    public void requireClean(byte[] written) {
        List<Hit> hits = hits(written);
        if (!hits.isEmpty()) {
            throw new IdentityLeak(hits);
        }
    }

    /** Everything that was found, each place and origin once. */
    public List<Hit> hits(byte[] written) {
        Set<Hit> hits = new LinkedHashSet<>();
        DicomFile file = DicomFile.read(written);
        // What stands in an element stands in the file: where the file has nothing, nobody needs to look at its pixels.
        List<BytePatterns.Match> anywhere = binary.in(written);
        search(file.meta(), !anywhere.isEmpty(), hits);
        search(file.dataset(), !anywhere.isEmpty(), hits);
        if (hits.isEmpty()) {
            anywhere.stream()
                    .filter(match ->
                            !match.needle().isNameWord() && !match.needle().isDigits() && isLong(match, 8))
                    .forEach(match -> hits.add(
                            new Hit("byte " + match.start(), match.needle().origin())));
        }
        return List.copyOf(hits);
    }

    private void search(Dataset dataset, boolean binaryToo, Set<Hit> hits) {
        int bits = dataset.integer(Tags.BITS_ALLOCATED).orElse(16);
        for (Element element : dataset.elements()) {
            boolean looked = element.vr().isText() || binaryToo;
            switch (element.value()) {
                case Value.Items items -> items.items().forEach(item -> search(item, binaryToo, hits));
                case Value.Plain plain when looked -> search(element, plain.bytes(), bits, hits);
                case Value.Fragments fragments
                when looked -> fragments.parts().forEach(part -> search(element, part.duplicate(), 16, hits));
                case Value.Plain _, Value.Fragments _ -> {}
            }
        }
    }

    private void search(Element element, ByteBuffer value, int bits, Set<Hit> hits) {
        byte[] bytes = new byte[value.remaining()];
        value.get(bytes);
        List<BytePatterns.Match> found = (element.vr().isText() ? all : binary).in(bytes);
        if (found.isEmpty()) {
            return;
        }
        List<BytePatterns.Match> matches = found.stream()
                .filter(match -> element.vr().isText()
                        ? countsInText(match, bytes, element)
                        : isLong(match, bits == 8 ? 12 : LEAST_IN_BINARY) && isWhole(match, bytes))
                .toList();
        Map<String, Long> wordsOf = matches.stream()
                .map(BytePatterns.Match::needle)
                .distinct()
                .collect(Collectors.groupingBy(Needle::person, Collectors.counting()));
        matches.stream()
                .map(BytePatterns.Match::needle)
                .filter(needle ->
                        !isVocabulary(element) || !needle.isNameWord() || wordsOf.getOrDefault(needle.person(), 0L) > 1)
                .forEach(needle -> hits.add(new Hit(element.tag().toString(), needle.origin())));
    }

    private static boolean isVocabulary(Element element) {
        return element.vr() == Vr.CS || VOCABULARY.contains(element.tag());
    }

    private static boolean countsInText(BytePatterns.Match match, byte[] bytes, Element element) {
        Needle needle = match.needle();
        if (!isWhole(match, bytes)) {
            return false;
        }
        boolean weak = needle.isShort() || (needle.isDigits() && needle.text().length() < 8);
        return !weak || (element.vr().isFreeText() && !VOCABULARY.contains(element.tag()));
    }

    /** Digits must not go on to either side, nor letters beside a short word. */
    private static boolean isWhole(BytePatterns.Match match, byte[] bytes) {
        Needle needle = match.needle();
        if (match.wide() || !(needle.isDigits() || needle.isShort())) {
            return true;
        }
        return !goesOn(needle, bytes, match.start() - 1) && !goesOn(needle, bytes, match.end());
    }

    private static boolean goesOn(Needle needle, byte[] bytes, int at) {
        if (at < 0 || at >= bytes.length) {
            return false;
        }
        return needle.isDigits() ? Character.isDigit(bytes[at]) : Character.isLetterOrDigit(bytes[at] & 0xFF);
    }

    /** Counts characters: soft tissue of 48 to 57 HU looks like digits of two bytes each, four in a row is no rarity. */
    private static boolean isLong(BytePatterns.Match match, int least) {
        return match.characters() >= (match.needle().isDigits() ? Math.max(least, 8) : least);
    }
}
