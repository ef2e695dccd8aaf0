package dev.imagesunset.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Conditional;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Transactional;

/** The house: imports go down only. */
class LayoutTest {
    private static final String SERVER = LayoutTest.class.getPackageName();
    private static final List<String> FLOORS = Stream.of(
                    "generated",
                    "settings",
                    "remote",
                    "contract",
                    "request",
                    "problem",
                    "access",
                    "database",
                    "http",
                    "image",
                    "upstream",
                    "sunset",
                    "calls",
                    "front")
            .map(floor -> SERVER + "." + floor + "..")
            .toList();

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // Spring's, generated for the distribution (-Pdist).
            .withImportOption(location -> !location.contains("__") && !location.contains("$$SpringCGLIB$$"))
            .importPackages(SERVER);

    @Test
    void noPackageImportsFromOneAboveIt() {
        for (int floor = 0; floor < FLOORS.size() - 1; floor++) {
            noClasses()
                    .that()
                    .resideInAPackage(FLOORS.get(floor))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FLOORS.subList(floor + 1, FLOORS.size()).toArray(String[]::new))
                    .check(HOUSE);
        }
    }

    @Test
    void everythingButTheStartIsOnAFloor() {
        classes()
                .that()
                .doNotBelongToAnyOf(ImageSunset.class)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAnyPackage(FLOORS.toArray(String[]::new))
                .check(HOUSE);
    }

    /** Without proxies such an annotation does nothing, and a condition might be decided by the build's settings. */
    @Test
    void noBeanNeedsAProxyOrHasACondition() {
        for (Class<? extends Annotation> annotation : List.of(Transactional.class, Async.class, Conditional.class)) {
            noClasses().should().beMetaAnnotatedWith(annotation).check(HOUSE);
            noMethods().should().beMetaAnnotatedWith(annotation).check(HOUSE);
        }
    }
}
