package org.trabecula.app.report;

import java.util.List;

/**
 * The whole report in words.
 *
 * @param language {@code en} or {@code zh-Hans}
 * @param header the one block that stands on every page: study, set, cut, program
 * @param simulated whether the participants are virtual, which every page says; the words for it
 */
public record Report(String language, String title, List<String> header, String simulated, List<Block> blocks) {
    public Report {
        header = List.copyOf(header);
        blocks = List.copyOf(blocks);
    }
}
