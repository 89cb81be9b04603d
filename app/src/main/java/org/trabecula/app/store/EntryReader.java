package org.trabecula.app.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.journal.Submission;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads one entry from its JSON. Written out by hand, not bound: this is the inner loop of every start, and an envelope
 * with a name too many or too few must be refused.
 */
final class EntryReader {
    /** How the parts are read that are not read here. */
    private record Parts(
            Function<String, StreamId> streams, Function<String, Instant> times, Function<String, JavaType> kinds) {}

    private final JsonParser json;
    private final DeserializationContext context;
    private final Parts parts;
    private long position = -1;
    private long version = -1;
    private @Nullable String stream;
    private @Nullable String at;
    private @Nullable Actor actor;
    private @Nullable String reason;
    private @Nullable Submission submission;
    private @Nullable String kind;
    private @Nullable Fact fact;

    private EntryReader(JsonParser json, DeserializationContext context, Parts parts) {
        this.json = json;
        this.context = context;
        this.parts = parts;
    }

    /** Lets Jackson read entries; their facts are of the types that the kinds name. */
    static SimpleModule entries(Function<String, JavaType> kinds) {
        Remembered<String, String> words = new Remembered<>(word -> word);
        Function<String, StreamId> stream = text -> {
            StreamId read = StreamId.of(text);
            return new StreamId(words.apply(read.kind()), read.id());
        };
        Parts parts = new Parts(new Remembered<>(stream), new Timestamps(), kinds);
        SimpleModule entries = new SimpleModule("entries");
        entries.addDeserializer(Entry.class, new ValueDeserializer<>() {
            @Override
            public Entry deserialize(JsonParser json, DeserializationContext context) {
                return new EntryReader(json, context, parts).entry();
            }
        });
        return entries;
    }

    private Entry entry() {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            read(name);
        }
        expect(json.currentToken(), JsonToken.END_OBJECT);
        return new Entry(
                number("position", position),
                parts.streams().apply(present("stream", stream)),
                number("version", version),
                parts.times().apply(present("at", at)),
                present("actor", actor),
                Optional.ofNullable(reason),
                Optional.ofNullable(submission),
                present("fact", fact));
    }

    private void read(String name) {
        switch (name) {
            case "position" -> position = number();
            case "stream" -> stream = text();
            case "version" -> version = number();
            case "at" -> at = text();
            case "actor" -> actor = actor();
            case "reason" -> reason = text();
            case "submission" -> submission = submission();
            case "kind" -> kind = text();
            case "fact" -> {
                expect(json.nextToken(), JsonToken.START_OBJECT);
                fact = context.readValue(json, parts.kinds().apply(present("kind", kind)));
            }
            default -> throw unknown(name);
        }
    }

    private Actor actor() {
        String user = null;
        String role = null;
        String site = null;
        expect(json.nextToken(), JsonToken.START_OBJECT);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "user" -> user = text();
                case "role" -> role = text();
                case "site" -> site = text();
                default -> throw unknown(name);
            }
        }
        return new Actor(present("user", user), present("role", role), present("site", site));
    }

    private Submission submission() {
        String key = null;
        String fingerprint = null;
        expect(json.nextToken(), JsonToken.START_OBJECT);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "key" -> key = text();
                case "fingerprint" -> fingerprint = text();
                default -> throw unknown(name);
            }
        }
        return new Submission(present("key", key), present("fingerprint", fingerprint));
    }

    private long number() {
        expect(json.nextToken(), JsonToken.VALUE_NUMBER_INT);
        return json.getLongValue();
    }

    private String text() {
        expect(json.nextToken(), JsonToken.VALUE_STRING);
        return json.getString();
    }

    private static void expect(@Nullable JsonToken found, JsonToken expected) {
        if (found != expected) {
            throw new IllegalArgumentException(expected + " expected, " + found + " found");
        }
    }

    private static long number(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("its " + name + " is missing or below zero");
        }
        return value;
    }

    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("its " + name + " is missing");
        }
        return value;
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("\"" + name + "\" is not part of an entry");
    }
}
