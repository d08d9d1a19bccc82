package passby.core;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

@AnalyzeClasses(packages = "passby.core", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> SOURCES_OF_RANDOMNESS =
            JavaClass.Predicates.assignableTo(Random.class).as("sources of randomness");

    @ArchTest
    static final ArchRule capabilitiesAreFreeOfCycles = slices().matching("passby.core.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a capability is read with those below it alone: move what both need into the lower one");

    @ArchTest
    static final ArchRule coreKnowsTheJdkAndJSpecifyOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("passby.core..", "java..", "javax.crypto..", "org.jspecify..")
            .because("the rules outlive every library: make a port here, and its adapter in functions/aws");

    @ArchTest
    static final ArchRule coreTouchesNoNetworkAndNoFile = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.nio.file..", "java.sql..", "java.util.logging..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File")
            .orShould()
            .accessClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .because("rules are tested in memory: make a port with a twin in memory");

    @ArchTest
    static final ArchRule timeIsAnArgument = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("a rule is tested at any moment: take a Clock in the constructor");

    @ArchTest
    static final ArchRule chanceIsAnArgument = noClasses()
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat(SOURCES_OF_RANDOMNESS)
            .because("a rule is tested with known numbers: take an Entropy or Ulids in the constructor");

    @ArchTest
    static final ArchRule theEnvironmentIsAnArgument = noClasses()
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .because("a rule is the same everywhere: take the value as a parameter, and let the wiring read it");

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what is printed is logged as it is: answer a result, and let the adapter log it");

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that()
            .haveModifier(STATIC)
            .should()
            .haveModifier(FINAL)
            .because("every caller would share it: make it final, or keep it in an object");

    /** The components of a record are its fields. */
    @ArchTest
    static final ArchRule noFieldIsOptional = noFields()
            .should()
            .haveRawType(Optional.class)
            .because("an Optional is an answer: make the field @Nullable");

    @ArchTest
    static final ArchRule noPublicParameterIsOptional = codeUnits()
            .that()
            .arePublic()
            .and()
            .doNotHaveModifier(SYNTHETIC)
            .should(takeNoOptional())
            .because("an Optional is an answer: take a @Nullable parameter, or make two methods");

    @ArchTest
    static final ArchRule whatIsNoInterfaceIsFinal = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .and(are(DescribedPredicate.not(JavaClass.Predicates.simpleName("package-info"))))
            .should()
            .haveModifier(FINAL)
            .because("behaviour is put together, not inherited: make it final, or an interface");

    /** Words that say nothing about the domain. */
    @ArchTest
    static final ArchRule packagesAreNamedAfterCapabilities = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..impl..", "..helper..", "..manager..", "..service..", "..dto..")
            .because("such a name says nothing about the domain: name the package after what it does for a city");

    @ArchTest
    static final ArchRule idsKnowNoCapability = dependsOnlyOn("id");

    @ArchTest
    static final ArchRule formsKnowNoCapability = dependsOnlyOn("form");

    @ArchTest
    static final ArchRule retentionKnowsNoCapability = dependsOnlyOn("retention", "id");

    @ArchTest
    static final ArchRule platesStandOnIdsAlone = dependsOnlyOn("plate", "id");

    @ArchTest
    static final ArchRule picturesKnowNoCapability = dependsOnlyOn("picture", "id");

    @ArchTest
    static final ArchRule recognitionStandsOnPlatesAndPictures = dependsOnlyOn("recognition", "plate", "picture", "id");

    @ArchTest
    static final ArchRule theLedgerStandsOnIdsAlone = dependsOnlyOn("ledger", "id");

    @ArchTest
    static final ArchRule notesKnowNoCapability = dependsOnlyOn("note");

    @ArchTest
    static final ArchRule treesStandOnNotesAlone = dependsOnlyOn("tlog", "note");

    @ArchTest
    static final ArchRule disclosureStandsOnTheLedger = dependsOnlyOn("disclosure", "ledger", "tlog", "note", "id");

    @ArchTest
    static final ArchRule sealingStandsOnTheLedger =
            dependsOnlyOn("sealing", "disclosure", "ledger", "tlog", "note", "id");

    @ArchTest
    static final ArchRule auditStandsOnSealingAndRequests = dependsOnlyOn(
            "audit",
            "request",
            "sealing",
            "disclosure",
            "policy",
            "people",
            "ledger",
            "plate",
            "form",
            "tlog",
            "note",
            "id");

    @ArchTest
    static final ArchRule peopleStandOnTheLedgerAlone = dependsOnlyOn("people", "ledger", "form", "id");

    @ArchTest
    static final ArchRule policyStandsOnPeopleLedgerRetentionAndZones =
            dependsOnlyOn("policy", "people", "ledger", "retention", "zone", "id");

    @ArchTest
    static final ArchRule zonesKnowNothing = dependsOnlyOn("zone", "form", "id");

    @ArchTest
    static final ArchRule requestsKnowNoUseCase =
            dependsOnlyOn("request", "policy", "people", "ledger", "retention", "form", "id");

    @ArchTest
    static final ArchRule governanceStandsOnPolicy =
            dependsOnlyOn("governance", "request", "policy", "people", "ledger", "retention", "zone", "form", "id");

    @ArchTest
    static final ArchRule captureKnowsNothingOfWhatIsRead = dependsOnlyOn(
            "capture", "request", "policy", "people", "ledger", "retention", "zone", "picture", "form", "id");

    @ArchTest
    static final ArchRule hotListsKnowNothingOfHits =
            dependsOnlyOn("hotlist", "request", "policy", "people", "ledger", "recognition", "plate", "form", "id");

    @ArchTest
    static final ArchRule hitsKnowNothingOfReads = dependsOnlyOn(
            "hit",
            "hotlist",
            "capture",
            "request",
            "policy",
            "people",
            "ledger",
            "retention",
            "plate",
            "picture",
            "form",
            "id");

    @ArchTest
    static final ArchRule readsKnowNothingOfSearches = dependsOnlyOn(
            "read",
            "archive",
            "hit",
            "hotlist",
            "capture",
            "policy",
            "ledger",
            "retention",
            "zone",
            "recognition",
            "plate",
            "picture",
            "form",
            "id");

    @ArchTest
    static final ArchRule searchesStandOnReads = dependsOnlyOn(
            "search",
            "capture",
            "read",
            "hotlist",
            "reason",
            "request",
            "policy",
            "people",
            "ledger",
            "retention",
            "plate",
            "picture",
            "form",
            "id");

    private static ArchRule dependsOnlyOn(String capability, String... others) {
        var allowed = new String[others.length + 4];
        for (var i = 0; i < others.length; i++) {
            allowed[i] = "passby.core." + others[i] + "..";
        }
        allowed[others.length] = "passby.core." + capability + "..";
        allowed[others.length + 1] = "java..";
        allowed[others.length + 2] = "javax.crypto..";
        allowed[others.length + 3] = "org.jspecify..";
        return classes()
                .that()
                .resideInAPackage("passby.core." + capability + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .because(
                        "capabilities lie above one another: move the type down into a package that this one may know, "
                                + "or make a port here that the other one implements");
    }

    private static ArchCondition<JavaCodeUnit> takeNoOptional() {
        return new ArchCondition<>("take no Optional") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                var takes = unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Optional.class));
                events.add(new SimpleConditionEvent(unit, !takes, unit.getFullName()));
            }
        };
    }
}
