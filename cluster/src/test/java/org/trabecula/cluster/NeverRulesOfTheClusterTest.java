package org.trabecula.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.launcher.JavaModuleOptions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Spark stays in this module, and gets what it reaches for in the JDK and no more. */
class NeverRulesOfTheClusterTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.trabecula");

    private static ArchRule sparkNeverLeaves(String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .allowEmptyShould(false);
    }

    @Test
    void spark_never_leaves_the_cluster() {
        Assertions.assertThatThrownBy(
                        () -> sparkNeverLeaves("org.trabecula.elsewhere..").check(PROGRAM))
                .isInstanceOf(AssertionError.class);
        sparkNeverLeaves("org.trabecula.cluster..").check(PROGRAM);
    }

    @Test
    void the_cluster_knows_the_simulation_only() {
        noClasses()
                .that()
                .resideInAPackage("org.trabecula.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.trabecula.study..", "org.trabecula.statistics..", "org.trabecula.app..")
                .allowEmptyShould(false)
                .check(PROGRAM);
    }

    @Test
    void what_is_opened_is_what_spark_names() {
        var asked = Arrays.stream(JavaModuleOptions.defaultModuleOptionArray())
                .filter(option -> option.startsWith("--add-opens"))
                .collect(Collectors.toSet());
        assertThat(asked).isNotEmpty();
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments()).containsAll(asked);
        assertThat(Arrays.stream(System.getProperty("trabecula.opens", "").split(" "))
                        .map(one -> "--add-opens=" + one + "=ALL-UNNAMED"))
                .containsExactlyInAnyOrderElementsOf(asked);
    }
}
