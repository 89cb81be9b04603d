package org.trabecula.dicom;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A data set in the DICOM JSON model (PS3.18 annex F): an object with a member for each attribute, named by its tag. Text is Unicode,
 * whatever the character set was. Numbers that readers would not get exactly are written as text, as table F.2.3-1 allows.
 */
public final class DicomJson {

    private static final List<String> NAME_GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");

    private final Function<Element, Optional<String>> bulkData;
    private final StringBuilder json = new StringBuilder();

    private DicomJson(Function<Element, Optional<String>> bulkData) {
        this.bulkData = bulkData;
    }

    /** With all bytes inside; encapsulated pixels, for which there is no such form, are left without a value. */
    public static String of(Dataset dataset) {
        return of(dataset, element -> Optional.empty());
    }

    /**
     * With bytes inside or elsewhere.
     *
     * @param bulkData where the value of an element of bytes is to be had, if it is not to be inside
     */
    public static String of(Dataset dataset, Function<Element, Optional<String>> bulkData) {
        DicomJson writer = new DicomJson(bulkData);
        writer.object(dataset);
        return writer.json.toString();
    }

    private void object(Dataset dataset) {
        List<Runnable> members = new ArrayList<>();
        dataset.elements().forEach(element -> members.add(() -> member(element, dataset)));
        listed('{', members, '}');
    }

    private void listed(char open, List<Runnable> parts, char close) {
        json.append(open);
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            parts.get(i).run();
        }
        json.append(close);
    }

    private void member(Element element, Dataset dataset) {
        json.append("\"%08X\":{\"vr\":\"%s\"".formatted(element.tag().code(), element.vr()));
        switch (element.value()) {
            case Value.Items items ->
                values(items.items().stream()
                        .<Runnable>map(item -> () -> object(item))
                        .toList());
            case Value.Fragments fragments -> reference(element);
            case Value.Plain plain -> plain(element, plain.bytes(), dataset);
        }
        json.append('}');
    }

    private void values(List<Runnable> values) {
        if (!values.isEmpty()) {
            json.append(",\"Value\":");
            listed('[', values, ']');
        }
    }

    private boolean reference(Element element) {
        Optional<String> uri = bulkData.apply(element);
        uri.ifPresent(text -> {
            json.append(",\"BulkDataURI\":");
            text(text);
        });
        return uri.isPresent();
    }

    private void plain(Element element, ByteBuffer bytes, Dataset dataset) {
        switch (element.vr()) {
            case OB, OD, OF, OL, OV, OW, UN -> {
                if (bytes.hasRemaining() && !reference(element)) {
                    json.append(",\"InlineBinary\":\"")
                            .append(Base64.getEncoder().encodeToString(((Value.Plain) element.value()).copy()))
                            .append('"');
                }
            }
            case US, SS, UL, SL, UV, SV, FL, FD, AT -> values(binary(element.vr(), bytes));
            case DS, IS -> values(each(dataset.strings(element), this::number));
            case PN -> values(each(dataset.strings(element), this::name));
            case AE, AS, CS, DA, DT, LO, LT, SH, ST, TM, UC, UI, UR, UT, SQ ->
                values(each(unicode(element, dataset), this::text));
        }
    }

    /** The text is Unicode from here on, and says so. */
    private static List<String> unicode(Element element, Dataset dataset) {
        return element.tag().equals(Tags.SPECIFIC_CHARACTER_SET) ? List.of("ISO_IR 192") : dataset.strings(element);
    }

    /** An empty one among several is null (section F.2.5). */
    private List<Runnable> each(List<String> texts, Consumer<String> write) {
        return texts.stream()
                .<Runnable>map(text -> text.isEmpty() ? () -> json.append("null") : () -> write.accept(text))
                .toList();
    }

    private List<Runnable> binary(Vr vr, ByteBuffer bytes) {
        List<Runnable> values = new ArrayList<>();
        while (bytes.remaining() >= Math.max(vr.word(), vr == Vr.AT ? 4 : 1)) {
            if (vr == Vr.AT) {
                String tag = "%04X%04X".formatted(bytes.getShort(), bytes.getShort());
                values.add(() -> text(tag));
            } else {
                String shown = next(vr, bytes);
                values.add(() -> number(shown));
            }
        }
        return values;
    }

    private static String next(Vr vr, ByteBuffer bytes) {
        if (vr == Vr.FL) {
            return Float.toString(bytes.getFloat());
        }
        if (vr == Vr.FD) {
            return Double.toString(bytes.getDouble());
        }
        if (vr.word() == Long.BYTES) {
            long number = bytes.getLong();
            return vr == Vr.UV ? Long.toUnsignedString(number) : Long.toString(number);
        }
        return Long.toString((long) Numbers.next(vr, bytes));
    }

    /** A number, or text where readers would not get it exactly or at all. */
    private void number(String text) {
        if (Numbers.isDecimal(text) && staysTheSame(new BigDecimal(text))) {
            json.append(new BigDecimal(text));
        } else {
            text(text);
        }
    }

    /** In a double, which is what readers have. */
    private static boolean staysTheSame(BigDecimal number) {
        double read = number.doubleValue();
        return Double.isFinite(read) && BigDecimal.valueOf(read).compareTo(number) == 0;
    }

    private void name(String name) {
        List<String> groups = List.of(name.split("=", 3));
        List<Runnable> members = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            String kind = NAME_GROUPS.get(i);
            String group = groups.get(i);
            if (!group.isEmpty()) {
                members.add(() -> {
                    json.append('"').append(kind).append("\":");
                    text(group);
                });
            }
        }
        listed('{', members, '}');
    }

    private void text(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
