package org.trabecula.qualification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the right side of a formula: names, {@code 1}, {@code +}, {@code *}, {@code :} and parentheses. A term is the names
 * that it multiplies, each once, in the order in which the formula first says them, so that {@code b:a} after {@code a + b}
 * is {@code a:b} as in R.
 */
final class FormulaTerms {
    private static final Pattern TOKEN = Pattern.compile("\\s*([A-Za-z.][\\w.]*|1|[+*:()])");
    private static final Pattern NAME = Pattern.compile("[A-Za-z.][\\w.]*");

    private final String formula;
    private final List<String> tokens;
    private final List<String> names = new ArrayList<>();
    private int next;

    private FormulaTerms(String formula, List<String> tokens) {
        this.formula = formula;
        this.tokens = tokens;
        tokens.stream().filter(one -> NAME.matcher(one).matches()).distinct().forEach(names::add);
    }

    /** The terms of {@code side} in the order of their reading; {@code formula} is the whole, for messages. */
    static Set<List<String>> of(String side, String formula) {
        var tokens = new ArrayList<String>();
        Matcher matcher = TOKEN.matcher(side);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!side.substring(end).isBlank()) {
            throw new Unusable("the formula '" + formula + "' cannot be read at '"
                    + side.substring(end).strip() + "'");
        }
        var reader = new FormulaTerms(formula, tokens);
        Set<List<String>> terms = reader.sum();
        if (reader.next < tokens.size()) {
            throw reader.unreadable();
        }
        terms.remove(List.<String>of());
        return terms;
    }

    private Set<List<String>> sum() {
        Set<List<String>> terms = crossed();
        while (takes("+")) {
            terms.addAll(crossed());
        }
        return terms;
    }

    /** What {@code *} stands for: each side, and every product of the two. */
    private Set<List<String>> crossed() {
        Set<List<String>> terms = multiplied();
        while (takes("*")) {
            Set<List<String>> right = multiplied();
            Set<List<String>> both = products(terms, right);
            terms.addAll(right);
            terms.addAll(both);
        }
        return terms;
    }

    private Set<List<String>> multiplied() {
        Set<List<String>> terms = part();
        while (takes(":")) {
            terms = products(terms, part());
        }
        return terms;
    }

    private Set<List<String>> part() {
        if (takes("(")) {
            Set<List<String>> inner = sum();
            if (!takes(")")) {
                throw unreadable();
            }
            return inner;
        }
        if (next == tokens.size() || !(tokens.get(next).equals("1") || names.contains(tokens.get(next)))) {
            throw unreadable();
        }
        String token = tokens.get(next++);
        Set<List<String>> one = new LinkedHashSet<>();
        one.add(token.equals("1") ? List.of() : List.of(token));
        return one;
    }

    private Set<List<String>> products(Set<List<String>> left, Set<List<String>> right) {
        Set<List<String>> all = new LinkedHashSet<>();
        for (List<String> one : left) {
            for (List<String> other : right) {
                all.add(Stream.concat(one.stream(), other.stream())
                        .distinct()
                        .sorted(Comparator.comparingInt(names::indexOf))
                        .toList());
            }
        }
        return all;
    }

    private boolean takes(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private Unusable unreadable() {
        return new Unusable("the formula '" + formula + "' cannot be read at '"
                + (next < tokens.size() ? String.join(" ", tokens.subList(next, tokens.size())) : "its end") + "'");
    }
}
