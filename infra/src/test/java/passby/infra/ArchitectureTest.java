package passby.infra;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "passby.infra", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("passby.infra.(*)..")
            .should()
            .beFreeOfCycles()
            .because(
                    "a package is read with those below it alone: move what both need into the lower one, or below both");

    @ArchTest
    static final ArchRule constructsKnowNoStack = noClasses()
            .that()
            .resideOutsideOfPackage("passby.infra")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("passby.infra")
            .because("stacks are put together from constructs: hand in what the construct needs");

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that()
            .haveModifier(STATIC)
            .should()
            .haveModifier(FINAL)
            .because("every stack would share it: make it final, or keep it in an object");
}
