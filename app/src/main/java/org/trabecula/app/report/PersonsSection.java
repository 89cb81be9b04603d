package org.trabecula.app.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Status;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Timepoint;

/**
 * The last piece of the way from a number to a slice: what was settled in each participant at each visit, leading to the journal
 * entries of the reads (or of the revision) from which it follows. The page of a read leads on to its images.
 *
 * @param server where the pages are; empty for those of the same server
 */
record PersonsSection(Dataset data, Wording wording, String server) {
    private static final List<Endpoint> TOLD = List.of(Endpoint.FUSION, Endpoint.LOOSENING);

    String html() {
        StringBuilder out = new StringBuilder(1 << 16);
        out.append("<h2 id=\"persons\">")
                .append(said("report.persons"))
                .append("</h2><p class=\"small\">")
                .append(said("report.persons.why"))
                .append("</p>\n<div class=\"wide\"><table class=\"persons\"><thead><tr><th></th><th></th>");
        data.visits()
                .forEach(visit -> out.append("<th scope=\"col\">")
                        .append(said("visit.months", visit.months()))
                        .append("</th>"));
        out.append("</tr></thead><tbody>\n");
        data.subjects().forEach(one -> person(out, one));
        return out.append("</tbody></table></div>\n").toString();
    }

    private void person(StringBuilder out, Subject one) {
        String id = Markup.escaped(one.id().value());
        for (Endpoint endpoint : TOLD) {
            out.append(endpoint == TOLD.getFirst() ? "<tr id=\"p-" + id + "\"><th scope=\"row\">" : "<tr><th>");
            if (endpoint == TOLD.getFirst()) {
                out.append("<a href=\"%s/participants/%s\">%s</a>".formatted(Markup.escaped(server), id, id));
            }
            out.append("</th><td class=\"w\">").append(said(key(endpoint))).append("</td>");
            for (Timepoint visit : data.visits()) {
                out.append("<td>").append(status(one.status(endpoint, visit))).append("</td>");
            }
            out.append("</tr>\n");
        }
    }

    private String status(Status status) {
        Optional<Cause> missing = status.missing();
        String words = status.yes()
                .map(yes -> said(yes ? "report.persons.yes" : "report.persons.no"))
                .orElseGet(() -> missing.map(
                                cause -> said("cause." + cause.name().toLowerCase(Locale.ROOT)))
                        .orElse("–"));
        String reads = status.positions().stream()
                .map(position ->
                        "<a href=\"%s/entries/%s\">%s</a>".formatted(Markup.escaped(server), position, position))
                .collect(Collectors.joining(" "));
        return reads.isEmpty() ? words : words + " <small>" + reads + "</small>";
    }

    private static String key(Endpoint endpoint) {
        return "endpoint." + endpoint.name().toLowerCase(Locale.ROOT);
    }

    private String said(String key, Object... arguments) {
        return Markup.escaped(wording.say(key, arguments));
    }
}
