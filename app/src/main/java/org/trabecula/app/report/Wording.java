package org.trabecula.app.report;

import java.util.List;
import java.util.stream.Collectors;
import org.trabecula.app.web.Words;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.report.Cell;
import org.trabecula.study.report.Phrase;

/** Puts phrases and cells into the words of a language. */
public record Wording(Words words) {

    public String say(String key, Object... arguments) {
        return say(Phrase.of(key, arguments));
    }

    public String say(Phrase phrase) {
        return words.say(
                phrase.key(), phrase.arguments().stream().map(this::argument).toArray());
    }

    private Object argument(Object argument) {
        return switch (argument) {
            case Phrase phrase -> say(phrase);
            case Text text -> words.text(text);
            default -> argument;
        };
    }

    /** What stands in a cell, without its footnotes. */
    public String cell(Cell.Content content) {
        return switch (content) {
            case Cell.Blank _ -> "";
            case Cell.Count(var n) -> String.valueOf(n);
            case Cell.Share(var events, var total) ->
                events + "/" + total + " (" + Numerals.fixed(100.0 * events / total, 1) + "%)";
            case Cell.Figure(var value, var decimals, var scale) -> Numerals.shown(value, decimals, scale);
            case Cell.Range(var lower, var upper, var decimals, var scale) ->
                lower == upper
                        ? Numerals.shown(lower, decimals, scale)
                        : say(
                                "report.range",
                                Numerals.shown(lower, decimals, scale),
                                Numerals.shown(upper, decimals, scale));
            case Cell.Spread(var mean, var sd, var decimals) ->
                Numerals.fixed(mean, decimals) + " (" + Numerals.fixed(sd, decimals + 1) + ")";
            case Cell.Significance(var p) -> Numerals.p(p);
            case Cell.Said(var phrase) -> say(phrase);
            case Cell.Unavailable _ -> say("report.not-computed");
        };
    }

    String arms(Protocol protocol) {
        return names(protocol).stream().collect(Collectors.joining(" / "));
    }

    List<String> names(Protocol protocol) {
        return protocol.compared().stream().map(arm -> words.text(arm.label())).toList();
    }
}
