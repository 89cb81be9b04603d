package org.trabecula.app.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.participant.ParticipantId;

/** The report as one HTML page that needs no other file. Every number leads to its derivation, and that to the participants. */
final class HtmlEdition {
    private static final String STYLE = """
            body{font:15px/1.5 'Liberation Sans','Noto Sans SC','Noto Sans CJK SC',Arial,sans-serif;color:#1f2328;margin:0 auto;max-width:980px;padding:0 24px 80px}
            header{position:sticky;top:0;background:#fff;border-bottom:1px solid #1f2328;font-size:12px;color:#6b7280;padding:8px 0;display:flex;gap:18px;flex-wrap:wrap}
            header b{color:#1f2328} .simulated{color:#b4632e;font-weight:700;text-transform:uppercase;letter-spacing:.08em}
            h1{font-size:26px;line-height:1.25;margin:28px 0 6px} h2{font-size:19px;margin:40px 0 8px} h3{font-size:15px;margin:26px 0 6px}
            p.small,.notes{font-size:12.5px;color:#4b5563;margin:4px 0} p.warning{border-left:3px solid #b4632e;padding:6px 12px;background:#fdf6f1}
            .wide{overflow-x:auto} table{border-collapse:collapse;font-size:13px;width:100%;border-top:1.5px solid #1f2328;border-bottom:1.5px solid #1f2328}
            caption{text-align:left;font-weight:700;padding:0 0 6px;font-size:14px} thead th{border-bottom:1px solid #9ca3af;font-weight:600;vertical-align:bottom;text-align:right;padding:4px 8px}
            thead th.w{text-align:left} td{padding:2.5px 8px;text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;vertical-align:top} td.w{text-align:left;white-space:normal}
            tbody th{text-align:left;font-weight:400;padding:2.5px 8px 2.5px 20px} tr.h th{font-weight:700;padding:9px 8px 2px 0}
            td a{color:inherit;text-decoration:none;border-bottom:1px dotted #9ca3af} td a:hover{background:#eef4f7} sup{color:#6b7280}
            figure{margin:18px 0} figure svg{width:100%;max-width:760px;height:auto;display:block} figcaption{font-weight:700;font-size:14px;margin-bottom:6px}
            ul{padding-left:20px;overflow-wrap:anywhere} .derivations{font-size:12.5px;color:#374151} .derivations dt{float:left;clear:left;width:44px;color:#6b7280} .derivations dd{margin:0 0 2px 52px}
            .group a{margin-right:8px;white-space:nowrap} :target{background:#fff4d6}
            @media print{header{position:static}}
            """;

    private final Report report;
    private final Derivations derivations;
    private final Wording wording;
    private final String server;
    private final Optional<Dataset> settled;
    private final StringBuilder out = new StringBuilder(1 << 18);

    private HtmlEdition(
            Report report, Derivations derivations, Wording wording, String server, Optional<Dataset> settled) {
        this.report = report;
        this.derivations = derivations;
        this.wording = wording;
        this.server = server;
        this.settled = settled;
    }

    /** @param settled whose statuses lead on to the reads that settled them; empty while outcomes are closed */
    static String of(
            Report report, Derivations derivations, Wording wording, String server, Optional<Dataset> settled) {
        return new HtmlEdition(report, derivations, wording, server, settled).page();
    }

    private String page() {
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(report.language())
                .append(
                        "\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width\"/><title>")
                .append(Markup.escaped(report.title()))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<header>");
        if (!report.simulated().isEmpty()) {
            out.append("<span class=\"simulated\">")
                    .append(Markup.escaped(report.simulated()))
                    .append("</span>");
        }
        report.header()
                .forEach(line ->
                        out.append("<span>").append(Markup.escaped(line)).append("</span>"));
        out.append("</header>\n<main>\n<h1>")
                .append(Markup.escaped(report.title()))
                .append("</h1>\n");
        report.blocks().forEach(this::block);
        derivations();
        settled.ifPresent(data -> out.append(new PersonsSection(data, wording, server).html()));
        return out.append("</main></body></html>\n").toString();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(var level, var id, var text) ->
                out.append("<h%s id=\"%s\">%s</h%s>\n".formatted(level + 1, id, Markup.escaped(text), level + 1));
            case Block.Paragraph(var tone, var text) ->
                out.append("<p class=\"")
                        .append(tone.name().toLowerCase(java.util.Locale.ROOT))
                        .append("\">")
                        .append(Markup.escaped(text))
                        .append("</p>\n");
            case Block.Listing(var items) -> {
                out.append("<ul>");
                items.forEach(
                        item -> out.append("<li>").append(Markup.escaped(item)).append("</li>"));
                out.append("</ul>\n");
            }
            case Block.Grid(var table) -> table(table);
            case Block.Picture(var id, var caption, var drawing) ->
                out.append("<figure id=\"")
                        .append(id)
                        .append("\"><figcaption>")
                        .append(Markup.escaped(caption))
                        .append("</figcaption>")
                        .append(SvgEdition.of(drawing))
                        .append("</figure>\n");
        }
    }

    private void table(TableView table) {
        out.append("<div class=\"wide\"><table id=\"")
                .append(table.id())
                .append("\"><caption>")
                .append(Markup.escaped(table.title()))
                .append("</caption><thead><tr>");
        for (int column = 0; column < table.heads().size(); column++) {
            out.append(table.words(column) ? "<th scope=\"col\" class=\"w\">" : "<th scope=\"col\">")
                    .append(Markup.escaped(table.heads().get(column)))
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        for (TableView.Row row : table.rows()) {
            if (row.heading()) {
                out.append("<tr class=\"h\"><th colspan=\"")
                        .append(table.heads().size())
                        .append("\">")
                        .append(Markup.escaped(row.label()))
                        .append("</th></tr>\n");
            } else {
                out.append("<tr><th scope=\"row\">")
                        .append(Markup.escaped(row.label()))
                        .append("</th>");
                row.items().forEach(this::item);
                out.append("</tr>\n");
            }
        }
        out.append("</tbody></table></div>\n");
        table.notes()
                .forEach(note -> out.append("<p class=\"notes\">")
                        .append(Markup.escaped(note))
                        .append("</p>"));
        table.remarks()
                .forEach(note -> out.append("<p class=\"small\">")
                        .append(Markup.escaped(note))
                        .append("</p>"));
    }

    private void item(TableView.Item item) {
        out.append(item.words() ? "<td class=\"w\">" : "<td>");
        OptionalInt derivation = item.derivation();
        String text = Markup.escaped(item.text());
        out.append(
                derivation.isPresent() && !text.isEmpty()
                        ? "<a href=\"#d" + derivation.getAsInt() + "\">" + text + "</a>"
                        : text);
        if (!item.letters().isEmpty()) {
            out.append("<sup>").append(item.letters()).append("</sup>");
        }
        // Spaces as wide as the digits and the point that this number has fewer than its column.
        out.append(item.point() ? "\u2008" : "").repeat("\u2007", item.pad()).append("</td>");
    }

    private void derivations() {
        out.append("<h2 id=\"derivations\">")
                .append(Markup.escaped(wording.say("report.derivations")))
                .append("</h2><dl class=\"derivations\">\n");
        int number = 1;
        for (Derivations.Line line : derivations.lines()) {
            out.append("<dt id=\"d%s\">%s</dt><dd>".formatted(number, number))
                    .append(Markup.escaped(wording.say(line.how())));
            List<ParticipantId> who = derivations.groups().get(line.group() - 1);
            if (!who.isEmpty()) {
                out.append(" <a href=\"#g%s\">%s</a>"
                        .formatted(
                                line.group(), Markup.escaped(wording.say("report.group", line.group(), who.size()))));
            }
            out.append("</dd>\n");
            number++;
        }
        out.append("</dl><h2>")
                .append(Markup.escaped(wording.say("report.groups")))
                .append("</h2>\n");
        for (int group = 1; group <= derivations.groups().size(); group++) {
            group(group, derivations.groups().get(group - 1));
        }
    }

    private void group(int number, List<ParticipantId> who) {
        if (who.isEmpty()) {
            return;
        }
        out.append("<p class=\"small group\" id=\"g%s\"><b>%s</b> "
                        .formatted(number, Markup.escaped(wording.say("report.group", number, who.size()))))
                .append(who.stream().map(this::link).collect(Collectors.joining(" ")))
                .append("</p>\n");
    }

    private String link(ParticipantId id) {
        String text = Markup.escaped(id.value());
        boolean told = settled.isPresent()
                && settled.get().subjects().stream().anyMatch(one -> one.id().equals(id));
        String to = told ? "#p-" + text : Markup.escaped(server) + "/participants/" + text;
        return "<a href=\"" + to + "\">" + text + "</a>";
    }
}
