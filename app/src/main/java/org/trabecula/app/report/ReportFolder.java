package org.trabecula.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.report.Computed;
import org.trabecula.study.report.Table;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every file of the report by its name. The same findings under the same circumstances give the same bytes. */
public final class ReportFolder {
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Recheck recheck;
    private final boolean outcomes;

    private ReportFolder(Recheck recheck, boolean outcomes) {
        this.recheck = recheck;
        this.outcomes = outcomes;
    }

    /**
     * Makes the files.
     *
     * @param deviations one line each, in words
     * @param font a TrueType font for what Liberation Sans lacks
     * @param exported what becomes of the exported data before the second computation reads them
     */
    static ReportFolder of(
            Computed computed,
            Circumstances circumstances,
            Wording wording,
            List<String> deviations,
            Optional<Path> font,
            UnaryOperator<String> exported) {
        String data = exported.apply(DataCsv.of(computed));
        ReportFolder folder = new ReportFolder(Recheck.of(computed, data), computed.outcomes());
        if (computed.outcomes()) {
            folder.put("data.csv", data);
        }
        for (Table table : computed.tables()) {
            TableFiles own = new TableFiles(table, wording);
            folder.put("tables/" + table.id() + ".csv", own.csv());
            folder.put("tables/" + table.id() + ".json", own.json());
        }
        Gallery gallery = Gallery.of(computed, wording);
        gallery.pictures()
                .forEach(
                        (id, picture) -> folder.put("figures/" + id + ".svg", SvgEdition.of(picture.drawing()) + "\n"));
        Derivations derivations = new Derivations();
        Report report = new ReportAuthor(
                        computed, circumstances, wording, derivations, gallery, folder.recheck, deviations)
                .write(folder.hashes());
        folder.put(
                "report.html",
                HtmlEdition.of(
                        report,
                        derivations,
                        wording,
                        circumstances.server(),
                        Optional.of(computed.evidence().data()).filter(_ -> computed.outcomes())));
        byte[] paper = PaperEdition.of(
                report, circumstances.day(), circumstances.head().position(), font);
        folder.files.put("report.pdf", paper);
        folder.put("manifest.json", folder.manifest(circumstances));
        return folder;
    }

    private void put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((name, bytes) -> hashes.put(name, Hash.sha256(bytes).toString()));
        return hashes;
    }

    private String manifest(Circumstances circumstances) {
        Map<String, Object> cut = new LinkedHashMap<>();
        cut.put("position", circumstances.head().position());
        cut.put("head", circumstances.head().hash().toString());
        cut.put("day", circumstances.day().toString());
        cut.put("locked", circumstances.locked());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("cut", cut);
        circumstances
                .plan()
                .ifPresent(plan -> all.put("plan", Map.of("version", plan.version(), "sha256", plan.fingerprint())));
        all.put("program", circumstances.program());
        all.put("seed", circumstances.seed());
        all.put("simulated", circumstances.simulated());
        all.put("outcomes", outcomes);
        if (outcomes) {
            all.put("secondComputationAgrees", recheck.agrees());
        }
        all.put("files", hashes());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build()
                        .writeValueAsString(all)
                + "\n";
    }

    /** Whether the second computation of the primary numbers agrees with the first. */
    public boolean agrees() {
        return recheck.agrees();
    }

    /** Whether it tells of outcomes; it does not while the design of the comparison is not signed. */
    public boolean outcomes() {
        return outcomes;
    }

    /** The bytes of each file by its name. */
    public SortedMap<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    /** Writes them into a folder, over what is there under the same names. */
    public void write(Path folder) {
        files.forEach((name, bytes) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(java.util.Objects.requireNonNullElse(file.getParent(), folder));
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
