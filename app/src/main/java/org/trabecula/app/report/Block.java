package org.trabecula.app.report;

import java.util.List;

/** A piece of the report, in words. The page and the paper are both made of these. */
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level 1 or 2
     */
    record Heading(int level, String id, String text) implements Block {}

    record Paragraph(Tone tone, String text) implements Block {}

    record Listing(List<String> items) implements Block {
        public Listing {
            items = List.copyOf(items);
        }
    }

    record Grid(TableView table) implements Block {}

    record Picture(String id, String caption, Drawing drawing) implements Block {}

    /** How a paragraph is set. */
    enum Tone {
        PLAIN,
        SMALL,
        WARNING
    }
}
