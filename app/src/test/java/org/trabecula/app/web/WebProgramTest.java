package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

class WebProgramTest {
    @Test
    void every_part_of_the_pages_is_named() {
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.trabecula.app.web")
                                .stream()
                                .filter(one -> one.isMetaAnnotatedWith(Component.class))
                                .map(JavaClass::getName)
                                .toList())
                .containsExactlyInAnyOrderElementsOf(WebProgram.PARTS.stream()
                        .map(Class::getName)
                        .filter(name -> name.startsWith("org.trabecula."))
                        .toList());
    }
}
