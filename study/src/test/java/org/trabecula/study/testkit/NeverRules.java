package org.trabecula.study.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.study.journal.Journal;

/**
 * The never-rules of the house as structure tests, each for the classes under a root package. A rule that has seen no
 * class fails. What no class file shows (a null that is returned without saying so) is the compiler's to refuse.
 */
public final class NeverRules {
    private static final String[] OUTSIDE = {
        "java.sql..",
        "javax.sql..",
        "java.net..",
        "javax.net..",
        "com.sun.net..",
        "java.nio.file..",
        "java.nio.channels..",
        "javax.json..",
        "jakarta..",
        "com.fasterxml..",
        "tools.jackson..",
        "com.google.gson..",
        "org.yaml..",
        "org.springframework..",
        "org.dcm4che3..",
        "org.trabecula.dicom..",
        "org.trabecula.app.."
    };
    private static final String OUTSIDE_TYPES =
            "java[.]io[.](File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)"
                    + "|java[.]lang[.](Thread|ThreadGroup|Process|ProcessBuilder|Runtime|ThreadLocal)(\\$.*)?"
                    + "|java[.]util[.](Timer|TimerTask)"
                    + "|java[.]util[.]concurrent[.](.*Executor.*|.*Future.*|ForkJoin.*|CountDownLatch|CyclicBarrier"
                    + "|Semaphore|Phaser|Exchanger|.*Queue|.*Deque|StructuredTaskScope.*)";
    private static final String WALL_CLOCK_AND_DICE =
            "(java[.]time[.].*[.]now|java[.]time[.]Clock[.](system.*|tick.*)|java[.]time[.]InstantSource[.]system"
                    + "|java[.]lang[.]System[.](currentTimeMillis|nanoTime)|java[.]lang[.]Math[.]random"
                    + "|java[.]util[.]UUID[.]randomUUID|java[.]util[.]Collections[.]shuffle)[(].*";
    private static final String DICE =
            "java[.]util[.](Random|concurrent[.]ThreadLocalRandom)|java[.]security[.]SecureRandom";

    private NeverRules() {}

    /** The program's own classes under a package, without those of its tests, be they in a folder or in a jar. */
    public static JavaClasses own(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(root);
    }

    /** Every rule that can be seen in the study itself, by its name. */
    public static Map<String, List<ArchRule>> ofTheStudy(String root) {
        return Map.of(
                "1: study never knows SQL, HTTP, JSON, files, threads or DICOM bytes",
                List.of(studyKnowsNoTechnique(root), onlyTheDeskLocks(root)),
                "2: a chapter never knows a chapter above it, nor its neighbours; no cycles anywhere",
                List.of(chaptersKnowOnlyWhatIsBelow(root), noCycles(root)),
                "3: the reading room never sees the arm",
                List.of(readingRoomNeverSeesTheArm(root)),
                "4: only the Desk writes to the journal; endpoint and analysis only read",
                List.of(onlyTheDeskWrites(root), endpointAndAnalysisOnlyRead(root)),
                "6: nobody asks the wall clock or dice",
                List.of(nobodyAsksTheWallClockOrDice(root)),
                "7: no setters, null returns, mutable statics, field injection; no forbidden names",
                List.of(
                        noSettersOrGetters(root),
                        noNullReturns(root),
                        noMutableStatics(root),
                        noFieldInjection(root),
                        noForbiddenNames(root)),
                "8: the design of the comparison never sees an outcome",
                List.of(designNeverSeesAnOutcome(root)));
    }

    public static ArchRule studyKnowsNoTechnique(String root) {
        return noClasses()
                .that(under(root))
                .should()
                .dependOnClassesThat(resideInAnyPackage(OUTSIDE).or(nameMatching(OUTSIDE_TYPES)))
                .allowEmptyShould(false);
    }

    public static ArchRule onlyTheDeskLocks(String root) {
        return noClasses()
                .that(under(root))
                .and()
                .doNotHaveFullyQualifiedName(root + ".conduct.Desk")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.concurrent.."))
                .allowEmptyShould(false);
    }

    public static ArchRule chaptersKnowOnlyWhatIsBelow(String root) {
        return classes()
                .that(Chapters.inside(root))
                .should(Chapters.knowOnlyWhatTheirChapterMayKnow(root))
                .allowEmptyShould(false);
    }

    public static ArchRule noCycles(String root) {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(false);
    }

    public static ArchRule readingRoomNeverSeesTheArm(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".imaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".participant..", root + ".implant..", root + ".conduct..")
                .allowEmptyShould(false);
    }

    /** Not even as a type: what the participants had at visits, on images or in results is for later. */
    public static ArchRule designNeverSeesAnOutcome(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".comparability..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + ".endpoint..",
                        root + ".analysis..",
                        root + ".imaging..",
                        root + ".visit..",
                        root + ".safety..")
                .allowEmptyShould(false);
    }

    public static ArchRule onlyTheDeskWrites(String root) {
        return noClasses()
                .that(under(root))
                .and()
                .doNotHaveFullyQualifiedName(root + ".conduct.Desk")
                .should()
                .callMethodWhere(describe(
                        "something is appended to the journal",
                        call -> call.getTarget().getName().equals("append")
                                && call.getTargetOwner().isAssignableTo(Journal.class)))
                .allowEmptyShould(false);
    }

    public static ArchRule endpointAndAnalysisOnlyRead(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".endpoint..", root + ".analysis..", root + ".dataset..", root + ".report..")
                .should()
                .dependOnClassesThat(nameMatching(java.util.regex.Pattern.quote(root)
                        + "[.](conduct[.](Desk|Request|Intent|Answer)|journal[.](Journal|Draft|Appended))(\\$.*)?"))
                .allowEmptyShould(false);
    }

    public static ArchRule nobodyAsksTheWallClockOrDice(String root) {
        return noClasses()
                .that(under(root))
                .should()
                .callMethodWhere(describe(
                        "the wall clock or dice are asked",
                        call -> call.getTarget().getFullName().matches(WALL_CLOCK_AND_DICE)))
                .orShould()
                .dependOnClassesThat(nameMatching(DICE))
                .allowEmptyShould(false);
    }

    public static ArchRule noSettersOrGetters(String root) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat(under(root))
                .should()
                .haveNameMatching("(get|set)[A-Z].*")
                .allowEmptyShould(false);
    }

    /** No method says that it may return null; that none does so unsaid is what NullAway refuses. */
    public static ArchRule noNullReturns(String root) {
        return methods()
                .that()
                .areDeclaredInClassesThat(under(root))
                .and(describe("are written by hand", NeverRules::written))
                .should(Conditions.of("never return null", method -> !nullable(method)))
                .allowEmptyShould(false);
    }

    public static ArchRule noMutableStatics(String root) {
        return fields().that()
                .areDeclaredInClassesThat(under(root))
                .and()
                .areStatic()
                .and(describe(
                        "are written by hand", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should(Conditions.of("never change", NeverRules::immutable))
                .allowEmptyShould(false);
    }

    public static ArchRule noFieldInjection(String root) {
        return noFields()
                .that()
                .areDeclaredInClassesThat(under(root))
                .should(Conditions.of(
                        "be injected",
                        field -> field.getAnnotations().stream()
                                .anyMatch(one -> one.getRawType()
                                        .getSimpleName()
                                        .matches("Autowired|Inject|Resource|Value|PersistenceContext"))))
                .allowEmptyShould(false);
    }

    public static ArchRule noForbiddenNames(String root) {
        return noClasses()
                .that(under(root))
                .should()
                .haveNameMatching(
                        ".*[.$]([A-Za-z0-9]*[a-z0-9])?(Util|Utils|Helper|Manager|Impl|Base|Abstract|DTO|Dto|Bean)"
                                + "([A-Z0-9][A-Za-z0-9]*)?")
                .allowEmptyShould(false);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> under(String root) {
        return resideInAnyPackage(root + "..");
    }

    private static boolean written(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.getModifiers().contains(JavaModifier.BRIDGE);
    }

    private static boolean nullable(JavaMethod method) {
        return method.reflect().getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }

    private static boolean immutable(JavaField field) {
        JavaClass type = field.getRawType();
        boolean openArray = type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
        boolean collection = !type.isInterface()
                && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class))
                && !type.isEnum();
        return field.getModifiers().contains(JavaModifier.FINAL)
                && !openArray
                && !collection
                && !type.getPackageName().startsWith("java.util.concurrent")
                && !type.isAssignableTo(StringBuilder.class)
                && !type.isAssignableTo(ThreadLocal.class);
    }
}
