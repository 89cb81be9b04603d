package org.trabecula.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The never-rules that only the whole program can break. Each is first shown a class that breaks it. */
class NeverRulesOfTheProgramTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.trabecula");
    private static final JavaClasses BAD = new ClassFileImporter().importPackages("org.trabecula.app.bad");

    private static final ArchRule SQL_NEVER_LEAVES_THE_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("org.trabecula.app.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..");

    private static final ArchRule THE_WEB_LIBRARY_NEVER_LEAVES_THE_PAGES = noClasses()
            .that()
            .resideOutsideOfPackages("org.trabecula.app.web..", "org.trabecula.app.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.servlet..", "gg.jte..");

    private static final ArchRule THE_PAGES_OF_READERS_NEVER_SEE_THE_ARM = noClasses()
            .that()
            .haveSimpleNameStartingWith("Reading")
            .or()
            .haveSimpleNameStartingWith("Adjudication")
            .and()
            .resideInAnyPackage("org.trabecula.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.trabecula.study.participant..", "org.trabecula.study.implant..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.trabecula.study.conduct.Casebook");

    private static final ArchRule STATISTICS_AND_DICOM_NEVER_KNOW_THE_STUDY = noClasses()
            .that()
            .resideInAnyPackage("org.trabecula.statistics..", "org.trabecula.dicom..", "org.trabecula.app.bad..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.trabecula.study..");

    /** What measures must not know what the measure is for, nor the phantom that it is tested on. */
    private static final ArchRule ASSISTANCE_KNOWS_NUMBERS_ONLY = noClasses()
            .that()
            .resideInAnyPackage("org.trabecula.assistance..", "org.trabecula.app.bad..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.trabecula.study..",
                    "org.trabecula.simulation..",
                    "org.trabecula.dicom..",
                    "java.nio.file..",
                    "java.net..");

    private static final ArchRule ONLY_THE_DESK_WRITES_TO_THE_JOURNAL = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.trabecula.study.conduct.Desk")
            .should()
            .callMethod("org.trabecula.study.journal.Journal", "append", "java.util.List");

    private static final ArchRule NOBODY_ASKS_THE_WALL_CLOCK_OR_DICE = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(java.util.Random.class);

    private static final ArchRule NO_NAME_THAT_SAYS_NOTHING = classes()
            .should()
            .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Abstract|DTO|Dto|Bean)([A-Z].*)?$");

    private static void holds(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(BAD)).isInstanceOf(AssertionError.class);
        rule.check(PROGRAM);
    }

    @Test
    void sql_never_leaves_the_store() {
        holds(SQL_NEVER_LEAVES_THE_STORE);
    }

    @Test
    void the_web_library_never_leaves_the_pages() {
        holds(THE_WEB_LIBRARY_NEVER_LEAVES_THE_PAGES);
    }

    @Test
    void the_pages_of_readers_never_see_the_arm() {
        holds(THE_PAGES_OF_READERS_NEVER_SEE_THE_ARM);
    }

    @Test
    void statistics_and_dicom_never_know_the_study() {
        holds(STATISTICS_AND_DICOM_NEVER_KNOW_THE_STUDY);
    }

    @Test
    void assistance_knows_numbers_only() {
        holds(ASSISTANCE_KNOWS_NUMBERS_ONLY);
    }

    @Test
    void only_the_desk_writes_to_the_journal() {
        holds(ONLY_THE_DESK_WRITES_TO_THE_JOURNAL);
    }

    @Test
    void nobody_asks_the_wall_clock_or_dice() {
        holds(NOBODY_ASKS_THE_WALL_CLOCK_OR_DICE);
    }

    @Test
    void no_name_says_nothing() {
        holds(NO_NAME_THAT_SAYS_NOTHING);
    }

    @Test
    void every_module_is_seen() {
        for (String part : new String[] {
            "statistics", "dicom", "study", "simulation", "assistance", "exchange", "qualification", "app"
        }) {
            assertThat(PROGRAM.stream().filter(one -> one.getPackageName().startsWith("org.trabecula." + part)))
                    .as(part)
                    .isNotEmpty();
        }
    }
}
