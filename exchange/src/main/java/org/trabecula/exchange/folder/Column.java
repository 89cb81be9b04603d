package org.trabecula.exchange.folder;

import java.util.Arrays;
import java.util.List;

/** The columns of REDCap's data dictionary, in its order. */
enum Column {
    NAME("Variable / Field Name"),
    FORM("Form Name"),
    SECTION("Section Header"),
    TYPE("Field Type"),
    LABEL("Field Label"),
    CHOICES("Choices, Calculations, OR Slider Labels"),
    NOTE("Field Note"),
    VALIDATION("Text Validation Type OR Show Slider Number"),
    MINIMUM("Text Validation Min"),
    MAXIMUM("Text Validation Max"),
    IDENTIFIER("Identifier?"),
    BRANCHING("Branching Logic (Show field only if...)"),
    REQUIRED("Required Field?"),
    ALIGNMENT("Custom Alignment"),
    QUESTION_NUMBER("Question Number (surveys only)"),
    MATRIX_GROUP("Matrix Group Name"),
    MATRIX_RANKING("Matrix Ranking?"),
    ANNOTATION("Field Annotation");

    private final String heading;

    Column(String heading) {
        this.heading = heading;
    }

    static List<String> headings() {
        return Arrays.stream(values()).map(column -> column.heading).toList();
    }

    String heading() {
        return heading;
    }
}
