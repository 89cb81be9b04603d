package org.trabecula.app.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** A value that stands in the journal as the text by which people know it: {@code L4/L5}, {@code L4-left}, {@code m6}. */
final class Spelling<T> extends StdScalarDeserializer<T> {
    private final Remembered<String, T> known;

    private Spelling(Class<T> type, Function<String, T> reading) {
        super(type);
        this.known = new Remembered<>(reading);
    }

    static SimpleModule words() {
        SimpleModule words = new SimpleModule("words");
        add(words, LocalDate.class, LocalDate::parse);
        add(words, Segment.class, Segment::of);
        add(words, ScrewSite.class, ScrewSite::of);
        add(words, Timepoint.class, Timepoint::of);
        add(words, StreamId.class, StreamId::of);
        add(words, ParticipantId.class, ParticipantId::new);
        add(words, ImagingStudyId.class, ImagingStudyId::new);
        return words;
    }

    private static <T> void add(SimpleModule words, Class<T> type, Function<String, T> reading) {
        words.addSerializer(type, ToStringSerializer.instance);
        words.addDeserializer(type, new Spelling<>(type, reading));
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.getString();
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw context.weirdStringException(text, handledType(), "it is not a text");
        }
        try {
            return known.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw context.weirdStringException(text, handledType(), String.valueOf(e.getMessage()));
        }
    }
}
