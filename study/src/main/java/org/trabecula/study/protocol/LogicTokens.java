package org.trabecula.study.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a rule into its words and signs. */
final class LogicTokens {
    /** Longer than any rule that a person can check; keeps time and memory bounded. */
    static final int LONGEST = 20_000;

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?|\\.\\d+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SIGN = Pattern.compile("<>|!=|<=|>=|[=<>()+\\-*/^,]");
    private static final Pattern FIELD = Pattern.compile("\\[([a-z][a-z0-9_]{0,99})(?:\\(([A-Za-z0-9_.-]{1,50})\\))?]");

    enum Kind {
        NUMBER,
        TEXT,
        WORD,
        SIGN,
        FIELD,
        TICKED,
        END
    }

    /** @param code of a ticked box, else empty */
    record Token(Kind kind, String text, String code, int column) {
        boolean is(String sign) {
            return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
        }

        String shown() {
            return kind == Kind.END ? "the end" : "'" + text + "'";
        }
    }

    private final String source;
    private final List<Token> found = new ArrayList<>();
    private int at;

    private LogicTokens(String source) {
        this.source = source;
    }

    /** The tokens of a rule, of which the last is always {@link Kind#END}. */
    static List<Token> of(String source) {
        if (source.length() > LONGEST) {
            throw new LogicException(
                    LONGEST, "a rule has at most " + LONGEST + " characters; this one has " + source.length());
        }
        return new LogicTokens(source).all();
    }

    private List<Token> all() {
        while (at < source.length()) {
            char next = source.charAt(at);
            if (Character.isWhitespace(next)) {
                at++;
            } else if (next == '\'' || next == '"') {
                text(next);
            } else if (next == '[') {
                field();
            } else {
                sign();
            }
        }
        found.add(new Token(Kind.END, "", "", at + 1));
        return found;
    }

    private void text(char quote) {
        int end = source.indexOf(quote, at + 1);
        if (end < 0) {
            throw new LogicException(at + 1, "the text that starts here has no closing " + quote);
        }
        add(Kind.TEXT, source.substring(at + 1, end), "", end + 1);
    }

    private void field() {
        Matcher field = FIELD.matcher(source).region(at, source.length());
        if (!field.lookingAt()) {
            throw new LogicException(
                    at + 1, "a field is written [name] or [name(code)], the name in small letters, digits and _");
        }
        String code = field.group(2);
        if (source.startsWith("[", field.end())) {
            throw new LogicException(
                    field.end() + 1, "a field of another event, [event][field], cannot be looked at from here");
        }
        add(code == null ? Kind.FIELD : Kind.TICKED, field.group(1), code == null ? "" : code, field.end());
    }

    private void sign() {
        Matcher number = NUMBER.matcher(source).region(at, source.length());
        Matcher word = WORD.matcher(source).region(at, source.length());
        Matcher sign = SIGN.matcher(source).region(at, source.length());
        if (number.lookingAt()) {
            add(Kind.NUMBER, number.group(), "", number.end());
        } else if (word.lookingAt()) {
            add(Kind.WORD, lower(word.group()), "", word.end());
        } else if (sign.lookingAt()) {
            add(Kind.SIGN, sign.group().equals("!=") ? "<>" : sign.group(), "", sign.end());
        } else {
            throw new LogicException(
                    at + 1, "'" + Character.toString(source.codePointAt(at)) + "' has no meaning here");
        }
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private void add(Kind kind, String text, String code, int end) {
        found.add(new Token(kind, text, code, at + 1));
        at = end;
    }
}
