package org.trabecula.study.journal;

import java.util.regex.Pattern;

/**
 * About whom or what an entry speaks: a kind ({@code participant}, {@code imaging}, {@code study}) and an id within it.
 * The pair (stream, version) is unique in the journal, which is all the locking there is.
 */
public record StreamId(String kind, String id) {
    private static final Pattern KIND = Pattern.compile("[a-z]{1,20}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public StreamId {
        if (!KIND.matcher(kind).matches() || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not a stream: " + kind + "/" + id);
        }
    }

    /** Reads {@code kind/id}. */
    public static StreamId of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not a stream: " + text);
        }
        return new StreamId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
