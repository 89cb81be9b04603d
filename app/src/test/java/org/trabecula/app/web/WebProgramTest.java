package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;

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

    /** A class whose methods answer addresses, but that is no part, would leave them unanswered and untested. */
    @Test
    void every_address_is_answered_by_a_part_of_the_pages() {
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.trabecula.app")
                                .stream()
                                .filter(one -> one.getMethods().stream()
                                        .anyMatch(method -> method.isMetaAnnotatedWith(RequestMapping.class)))
                                .map(JavaClass::getName)
                                .toList())
                .hasSizeGreaterThan(20)
                .isSubsetOf(WebProgram.PARTS.stream().map(Class::getName).toList());
    }
}
