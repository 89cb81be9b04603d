package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.app.report.Block.Grid;
import org.trabecula.app.report.Block.Heading;
import org.trabecula.app.report.Block.Listing;
import org.trabecula.app.report.Block.Paragraph;
import org.trabecula.app.report.Block.Tone;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.AnalysisWindow;
import org.trabecula.study.protocol.Estimand;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.report.Computed;
import org.trabecula.study.report.Effects;
import org.trabecula.study.report.Phrase;

/** Puts the report together: what it found, from whom, by which definitions, and what it could not know. */
record ReportAuthor(
        Computed computed,
        Circumstances circumstances,
        Wording wording,
        Derivations derivations,
        Gallery gallery,
        Recheck recheck,
        List<String> deviations) {

    Report write(Map<String, String> files) {
        List<Block> blocks = new ArrayList<>();
        warnings(blocks);
        if (computed.outcomes()) {
            summary(blocks);
            people(blocks);
            outcomes(blocks);
        } else {
            people(blocks);
        }
        definitions(blocks);
        if (computed.outcomes()) {
            departures(blocks);
        }
        manifest(blocks, files);
        Protocol protocol = computed.evidence().protocol();
        return new Report(
                wording.words().language().equals("zh") ? "zh-Hans" : "en",
                wording.say("report.title", protocol.title()),
                circumstances.header(
                        wording,
                        wording.words().text(protocol.title())
                                + (protocol.registration().isEmpty() ? "" : " · " + protocol.registration())),
                circumstances.simulated() ? wording.say("report.simulated") : "",
                blocks);
    }

    private void outcomes(List<Block> blocks) {
        section(blocks, "primary", List.of("t3"), List.of("f4"), "t11");
        gallery.starting("f8").forEach(blocks::add);
        section(blocks, "secondary", List.of("t4", "t5", "t5b"), List.of("f5-fusion", "f5-loosening"), "t6", "t6b");
        gallery.starting("f6").forEach(blocks::add);
        section(blocks, "chain", List.of("t7"), List.of());
        section(blocks, "readers", List.of("t8"), List.of(), "f7", "t9");
        section(blocks, "missing", List.of("t10"), List.of());
        section(blocks, "safety", List.of("t13"), List.of());
        section(blocks, "power", List.of("t12"), List.of());
    }

    private void warnings(List<Block> blocks) {
        if (circumstances.simulated()) {
            warn(blocks, "report.warning.simulated");
        }
        if (!recheck.agrees()) {
            warn(
                    blocks,
                    "report.warning.disagree",
                    recheck.apart().size(),
                    recheck.lines().size());
            blocks.add(new Listing(recheck.apart().stream()
                    .map(line -> line.endpoint() + " " + line.quantity() + ": " + line.first() + " ≠ " + line.second())
                    .toList()));
        }
        if (!circumstances.locked()) {
            warn(blocks, "report.warning.not-locked");
        }
        if (circumstances.plan().isEmpty()) {
            warn(blocks, "report.warning.no-plan");
        }
        if (!computed.outcomes()) {
            warn(blocks, "report.warning.closed");
        } else if (circumstances.plan().isPresent()
                && computed.evidence()
                        .covariates()
                        .signed()
                        .filter(one -> one.valid())
                        .isEmpty()) {
            warn(blocks, "report.warning.not-signed");
        }
    }

    private void warn(List<Block> blocks, String key, Object... arguments) {
        blocks.add(new Paragraph(Tone.WARNING, wording.say(key, arguments)));
    }

    private void summary(List<Block> blocks) {
        blocks.add(heading("summary"));
        for (Effects one : computed.effects()) {
            blocks.add(new Paragraph(Tone.PLAIN, summary(one)));
        }
        if (recheck.agrees()) {
            blocks.add(new Paragraph(
                    Tone.SMALL,
                    wording.say(
                            "report.recheck.agrees",
                            recheck.lines().size(),
                            String.format(java.util.Locale.ROOT, "%.1e", recheck.furthest()))));
        }
        for (Effects one : recheck.unrepeated()) {
            blocks.add(new Paragraph(
                    Tone.SMALL,
                    wording.say(
                            "report.recheck.unrepeated",
                            Phrase.of("endpoint." + one.endpoint().name().toLowerCase(java.util.Locale.ROOT)),
                            one.claim().words())));
        }
    }

    private String summary(Effects one) {
        Phrase what = Phrase.of(
                "report.endpoint-at",
                Phrase.of("endpoint." + one.endpoint().name().toLowerCase(java.util.Locale.ROOT)),
                Phrase.of("visit.months", one.visit().months()));
        Optional<Double> difference = one.claim().difference();
        Optional<Interval> interval =
                one.claim().interval(computed.evidence().terms().level());
        var table = one.judged().table();
        if (difference.isEmpty() || interval.isEmpty()) {
            return wording.say(
                    "report.summary.none",
                    what,
                    table.first().events() + "/" + table.first().total(),
                    table.second().events() + "/" + table.second().total());
        }
        return wording.say(
                "report.summary." + whom(one.claim().estimator()),
                what,
                table.first().events() + "/" + table.first().total(),
                table.second().events() + "/" + table.second().total(),
                Numerals.fixed(100 * difference.get(), 1),
                Numerals.fixed(100 * interval.get().lower(), 1),
                Numerals.fixed(100 * interval.get().upper(), 1),
                arm(0),
                arm(1),
                computed.evidence().interval());
    }

    /** For whom an estimator speaks, as the end of a word's key. */
    private static String whom(Estimator estimator) {
        return switch (estimator) {
            case OVERLAP_WEIGHTS, AUGMENTED_OVERLAP -> "overlap";
            case INVERSE_WEIGHTS, DOUBLY_ROBUST -> "everybody";
            case TREATED_WEIGHTS -> "treated";
            case UNADJUSTED -> "unadjusted";
        };
    }

    private String arm(int arm) {
        var arms = computed.evidence().data().arms();
        return arm < arms.size() ? wording.words().text(arms.get(arm).label()) : "–";
    }

    private void people(List<Block> blocks) {
        blocks.add(heading("people"));
        gallery.find("f1").ifPresent(blocks::add);
        blocks.add(grid("t1"));
        gallery.find("f2").ifPresent(blocks::add);
        blocks.add(grid("t1b"));
        gallery.find("f3").ifPresent(blocks::add);
        blocks.add(grid("t2"));
    }

    /** Tables, then figures, then further ones by their ids. */
    private void section(List<Block> blocks, String id, List<String> tables, List<String> figures, String... further) {
        blocks.add(heading(id));
        String why = wording.say("report.section." + id + ".why");
        if (!why.isBlank()) {
            blocks.add(new Paragraph(Tone.PLAIN, why));
        }
        tables.forEach(table -> blocks.add(grid(table)));
        figures.forEach(figure -> gallery.find(figure).ifPresent(blocks::add));
        for (String one : further) {
            if (one.startsWith("t")) {
                blocks.add(grid(one));
            } else {
                gallery.find(one).ifPresent(blocks::add);
            }
        }
    }

    private Heading heading(String id) {
        return new Heading(1, id, wording.say("report.section." + id));
    }

    private Grid grid(String id) {
        return new Grid(TableView.of(computed.table(id), wording, derivations));
    }

    private void definitions(List<Block> blocks) {
        blocks.add(heading("definitions"));
        Protocol protocol = computed.evidence().protocol();
        blocks.add(new Listing(List.of(
                wording.say("report.definition.fusion", protocol.endpoints().fusionDefinition()),
                wording.say("report.definition.loosening", protocol.endpoints().looseningDefinition()),
                wording.say("report.definition.set"),
                wording.say("report.definition.revision"),
                wording.say("report.definition.span"),
                wording.say("report.definition.responder"))));
        protocol.analysis().ifPresent(plan -> plan(blocks, plan));
    }

    private void plan(List<Block> blocks, AnalysisPlan plan) {
        for (Estimand one : plan.estimands()) {
            blocks.add(new Heading(2, "estimand-" + one.id(), wording.say("report.estimand", one.id())));
            List<String> lines = new ArrayList<>(List.of(
                    wording.say("report.estimand.treatment", one.treatment()),
                    wording.say("report.estimand.population", one.population()),
                    wording.say("report.estimand.variable", one.variable()),
                    wording.say("report.estimand.summary", one.summary())));
            one.events()
                    .forEach(event -> lines.add(wording.say("report.estimand.event", event.event(), event.meaning())));
            blocks.add(new Listing(lines));
        }
        List<String> windows = plan.windows().stream()
                .map((AnalysisWindow window) ->
                        wording.say("report.window", window.at().months(), window.from(), window.to()))
                .toList();
        if (!windows.isEmpty()) {
            blocks.add(new Paragraph(Tone.SMALL, wording.say("report.windows", String.join("; ", windows))));
        }
    }

    private void departures(List<Block> blocks) {
        blocks.add(heading("deviations"));
        if (deviations.isEmpty()) {
            blocks.add(new Paragraph(Tone.PLAIN, wording.say("report.deviations.none")));
        } else {
            blocks.add(new Listing(deviations));
        }
    }

    private void manifest(List<Block> blocks, Map<String, String> files) {
        blocks.add(heading("manifest"));
        List<String> lines = new ArrayList<>(List.of(
                wording.say(
                        "report.manifest.cut",
                        circumstances.head().position(),
                        circumstances.head().hash().toString()),
                wording.say(
                        "report.manifest.program",
                        circumstances.program(),
                        Runtime.version().feature()),
                wording.say("report.manifest.seed", circumstances.seed())));
        circumstances
                .plan()
                .ifPresent(plan -> lines.add(wording.say("report.manifest.plan", plan.version(), plan.fingerprint())));
        if (computed.outcomes()) {
            lines.addAll(DataCsv.terms(computed.evidence().covariates(), wording));
        }
        blocks.add(new Listing(lines));
        blocks.add(new Heading(2, "files", wording.say("report.manifest.files")));
        blocks.add(new Listing(files.entrySet().stream()
                .map(file -> file.getKey() + "  " + file.getValue())
                .toList()));
    }
}
