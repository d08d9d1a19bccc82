package passby.local;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "passby.local", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("passby.local.(*)..")
            .should()
            .beFreeOfCycles()
            .because(
                    "a package is read with those below it alone: move what both need into the lower one, or below both");

    @ArchTest
    static final ArchRule theCityKnowsNoHandler = noClasses()
            .that()
            .resideInAPackage("passby.local.city")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("passby\\.aws\\..*\\..+Handler")
            .because(
                    "what runs locally is what the list of functions names: add the function to Functions and Handlers");

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that()
            .haveModifier(STATIC)
            .should()
            .haveModifier(FINAL)
            .because("every city would share it: make it final, or keep it in an object");
}
