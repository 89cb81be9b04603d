package org.trabecula.study.journal;

/**
 * About whom or what an entry speaks: a kind ({@code participant}, {@code imaging}, {@code study}) and an id within it.
 * The pair (stream, version) is unique in the journal, which is all the locking there is.
 */
public record StreamId(String kind, String id) {
    private static final int LONGEST_KIND = 20;
    private static final int LONGEST_ID = 64;

    public StreamId {
        if (!isKind(kind) || !isId(id, LONGEST_ID)) {
            throw new IllegalArgumentException("Not a stream: " + kind + "/" + id);
        }
    }

    /** Told by hand, like {@link #isId}, because every entry of a replay asks it. */
    private static boolean isKind(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_KIND;
    }

    /** Whether a text is a letter or digit, followed by letters, digits, dots, underscores and hyphens. */
    public static boolean isId(String text, int longest) {
        if (text.isEmpty() || text.length() > longest || !isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
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
