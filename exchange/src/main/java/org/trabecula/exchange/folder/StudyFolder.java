package org.trabecula.exchange.folder;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Protocol;

/**
 * A study as a folder of text: {@code study.yaml}, {@code forms/*.csv} in the columns of REDCap's data dictionary,
 * {@code texts-zh.csv} with the Chinese texts of the forms, and {@code analysis.yaml}, which may be missing. Other files are
 * left alone.
 */
public final class StudyFolder {
    static final String STUDY = "study.yaml";
    static final String ANALYSIS = "analysis.yaml";
    static final String CHINESE = "texts-zh.csv";
    private static final int MOST_FILES = 200;
    private static final int LARGEST = 2_000_000;

    private StudyFolder() {}

    /** Collects the folder's text files and reads them. */
    public static Reading load(Path folder) throws IOException {
        Findings findings = new Findings();
        SortedMap<String, String> files = texts(folder, findings);
        return findings.broken() ? new Reading.Broken(findings.errors()) : read(files);
    }

    /** The folder's text files (UTF-8) by their names relative to it; what cannot be read becomes a finding. */
    public static SortedMap<String, String> texts(Path folder, Findings findings) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (Path path : files(folder)) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            if (Files.size(path) > LARGEST) {
                findings.error(Place.in(name), "too-large", "A file of a study has at most " + LARGEST + " bytes.");
                continue;
            }
            try {
                files.put(name, Files.readString(path));
            } catch (CharacterCodingException e) {
                findings.error(Place.in(name), "encoding", "The file is not text in UTF-8; save it as UTF-8.");
            }
        }
        return files;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> top = Stream.of(STUDY, ANALYSIS, CHINESE).map(folder::resolve);
                Stream<Path> forms = Files.isDirectory(folder.resolve("forms"))
                        ? Files.list(folder.resolve("forms"))
                        : Stream.empty()) {
            return Stream.concat(top, forms.filter(path -> path.toString().endsWith(".csv")))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        }
    }

    /**
     * Reads a study.
     *
     * @param files the text of each file by its name relative to the folder, with {@code /}
     */
    public static Reading read(SortedMap<String, String> files) {
        Findings findings = new Findings();
        if (!files.containsKey(STUDY)) {
            findings.error(Place.in(STUDY), "missing-file", "The folder has no " + STUDY + ".");
            return new Reading.Broken(findings.errors());
        }
        StudyText study = StudyYaml.read(files.getOrDefault(STUDY, ""), findings);
        Translations chinese = Translations.read(CHINESE, files.getOrDefault(CHINESE, ""), findings);
        Optional<AnalysisText> analysis =
                Optional.ofNullable(files.get(ANALYSIS)).flatMap(text -> AnalysisYaml.read(text, findings));
        Dictionary dictionary = new Dictionary(chinese, findings);
        files.forEach((name, text) -> {
            if (name.startsWith("forms/") && name.endsWith(".csv")) {
                dictionary.read(name, text);
            }
        });
        List<FormDefinition> forms = dictionary.forms(study.forms());
        if (!findings.broken()) {
            chinese.unused();
        }
        if (findings.broken()) {
            return new Reading.Broken(findings.errors());
        }
        Protocol plain = study.protocol(forms);
        new StudyReview(study, plain, dictionary, findings).look();
        analysis.ifPresent(text -> new AnalysisReview(text, plain, findings).look());
        Protocol protocol = analysis.map(AnalysisText::plan).map(plain::with).orElse(plain);
        return findings.broken()
                ? new Reading.Broken(findings.errors())
                : new Reading.Readable(protocol, findings.warnings());
    }
}
