package org.trabecula.app.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.app.Refusal;
import org.trabecula.study.journal.Actor;

/**
 * Who may send images: the file {@code dicom-senders.csv} in the installation's folder. Each line has the application entity title,
 * the site for which it sends ({@code *} for several) and, if it waits elsewhere for promises to keep images, host and port; lines that begin
 * with # are for people.
 */
record Senders(List<Sender> all) {
    static final String FILE = "dicom-senders.csv";
    private static final Pattern LINE = Pattern.compile(
            "\\s*([!-+\\--\\[\\]-~ ]{1,16}?)\\s*,\\s*([^,\\s]+)\\s*(?:,\\s*([^,:\\s]+):([0-9]{1,5})\\s*)?");

    Senders {
        all = List.copyOf(all);
    }

    /** @throws Refusal when a line cannot be understood, with its number */
    static Senders in(Path home, Set<String> sites) throws IOException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return new Senders(List.of());
        }
        List<Sender> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                found.add(sender(lines.get(i), file + ", line " + (i + 1), sites));
            }
        }
        return new Senders(found);
    }

    private static Sender sender(String line, String place, Set<String> sites) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new Refusal(place + ": write it like this: SPINE_CT,01 or PACS,*,pacs.hospital.example:11112");
        }
        String site = parts.group(2);
        if (!site.equals(Actor.EVERY_SITE) && !sites.contains(site)) {
            throw new Refusal(place + ": the study has no site " + site + ".");
        }
        Optional<Sender.Address> reports = Optional.ofNullable(parts.group(3))
                .map(host -> new Sender.Address(host, Integer.parseInt(parts.group(4))));
        return new Sender(parts.group(1), site, reports);
    }

    /** Titles are compared as they are; spaces around them do not count. */
    Optional<Sender> find(String title) {
        return all.stream().filter(one -> one.title().equals(title)).findFirst();
    }
}
