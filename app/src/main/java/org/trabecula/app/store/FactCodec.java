package org.trabecula.app.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as the bytes that are stored and hashed: one JSON object with {@code position, stream, version, at, actor,
 * reason, submission, kind, fact}, in this order, UTF-8, what is empty left out. Reading is strict: a kind, a name or a
 * value that is not known is a {@link StoreFault}. Safe for use by several threads.
 */
public final class FactCodec {
    /** Ample for a protocol's files in one fact. */
    private static final int LONGEST_TEXT = 50_000_000;

    private final FactKinds kinds = new FactKinds();
    private final JsonMapper mapper = mapper(this::kind);
    private final ObjectReader entries = mapper.readerFor(Entry.class);
    private final Map<String, JavaType> types = new HashMap<>();

    public FactCodec() {
        kinds.byName().forEach((name, fact) -> types.put(name, mapper.constructType(fact)));
    }

    private static JsonMapper mapper(Function<String, JavaType> kinds) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(RecordReader.records())
                .addModule(Spelling.words())
                .addModule(EntryReader.entries(kinds))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
    }

    /** The bytes of an entry, for ever. */
    public byte[] encode(Entry entry) {
        String kind = kinds.name(entry.fact());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(400);
        try (JsonGenerator json = mapper.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("position", entry.position());
            json.writeStringProperty("stream", entry.stream().toString());
            json.writeNumberProperty("version", entry.version());
            json.writeStringProperty("at", entry.at().toString());
            write(json, entry.actor());
            entry.reason().ifPresent(reason -> json.writeStringProperty("reason", reason));
            entry.submission().ifPresent(submission -> {
                json.writeObjectPropertyStart("submission");
                json.writeStringProperty("key", submission.key());
                json.writeStringProperty("fingerprint", submission.fingerprint());
                json.writeEndObject();
            });
            json.writeStringProperty("kind", kind);
            json.writeName("fact");
            mapper.writeValue(json, entry.fact());
            json.writeEndObject();
        } catch (JacksonException e) {
            throw new StoreFault("This " + kind + " cannot be written: " + e.getOriginalMessage(), e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Actor actor) {
        json.writeObjectPropertyStart("actor");
        json.writeStringProperty("user", actor.user());
        json.writeStringProperty("role", actor.role());
        json.writeStringProperty("site", actor.site());
        json.writeEndObject();
    }

    /** The entry that these bytes tell. */
    public Entry decode(byte[] bytes) {
        return decode(List.of(bytes)).getFirst();
    }

    /** The entries that these bodies tell: by one parser, because to make one costs as much as to read an entry. */
    List<Entry> decode(List<byte[]> bodies) {
        try (MappingIterator<Entry> values = entries.readValues(joined(bodies))) {
            List<Entry> told = new ArrayList<>(bodies.size());
            long end = 0;
            for (byte[] body : bodies) {
                end += body.length;
                told.add(values.nextValue());
                if (values.currentLocation().getByteOffset() != end) {
                    throw new IllegalArgumentException("it does not end where it should");
                }
            }
            return told;
        } catch (JacksonException e) {
            throw new StoreFault("This entry cannot be read: " + e.getOriginalMessage(), e);
        } catch (RuntimeException e) {
            throw new StoreFault("This entry cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] joined(List<byte[]> bodies) {
        ByteBuffer joined = ByteBuffer.allocate(
                bodies.stream().mapToInt(body -> body.length).sum());
        bodies.forEach(joined::put);
        return joined.array();
    }

    private JavaType kind(String name) {
        JavaType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("facts of the kind " + name + " are not known to this program");
        }
        return type;
    }
}
