package passby.aws;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import passby.aws.delivery.P256Pairs;
import passby.aws.sealing.DerivedKey;
import passby.aws.wiring.AwsServices;
import passby.aws.wiring.LambdaWiring;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@AnalyzeClasses(packages = "passby.aws", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> CLIENTS = JavaClass.Predicates.assignableTo(SdkClient.class)
            .or(JavaClass.Predicates.assignableTo(S3Presigner.class))
            .as("clients");
    private static final DescribedPredicate<JavaMethodCall> MAKING_CLIENTS = DescribedPredicate.describe(
            "making clients", call -> call.getName().matches("builder|create") && CLIENTS.test(call.getTargetOwner()));

    @ArchTest
    // DerivedKey and P256Pairs hand a generator what they were given: a SecureRandom by type, without any chance of its
    // own.
    static final ArchRule onlyTheWiringMakesTimeChanceAndEnvironment = noClasses()
            .that()
            .doNotBelongToAnyOf(LambdaWiring.class, DerivedKey.class, P256Pairs.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .dependOnClassesThat(JavaClass.Predicates.assignableTo(Random.class))
            .because(
                    "time, chance and environment are arguments: take a Clock, an Entropy or a setting in the constructor, and let LambdaWiring make it");

    @ArchTest
    static final ArchRule onlyTheServicesMakeClients = noClasses()
            .that()
            .doNotBelongToAnyOf(AwsServices.class)
            .should()
            .callMethodWhere(MAKING_CLIENTS)
            .because(
                    "clients have time limits, credentials and endpoints: ask Services for one, and make a new kind in AwsServices");

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that()
            .haveModifier(STATIC)
            .should()
            .haveModifier(FINAL)
            .because(
                    "a snapshot would carry it into every copy: make it final, or keep it in an object that the wiring makes");

    @ArchTest
    static final ArchRule onlyTheLogPrints = noClasses()
            .that()
            .resideOutsideOfPackage("passby.aws.log")
            .and()
            .doNotBelongToAnyOf(LambdaWiring.class)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what is printed is logged as it is: use an SLF4J logger, or Metrics for figures");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("passby.aws.(*)..")
            .should()
            .beFreeOfCycles()
            .because(
                    "a package is read with those below it alone: move what both need into the lower one, or below both");

    @ArchTest
    static final ArchRule onlyTheStarterKnowsTheWiring = noClasses()
            .that()
            .resideOutsideOfPackages("passby.aws.wiring", "passby.aws.function")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("passby.aws.wiring", "passby.aws.function")
            .because(
                    "a handler takes what it needs in its one constructor: name it in Handlers, and make it in Wiring");

    @ArchTest
    static final ArchRule onlyThePairingKnowsHandlers = noClasses()
            .that()
            .resideOutsideOfPackages("passby.aws.function", "passby.aws.wiring")
            .should(knowHandlersOfOthers())
            .because("handlers do not call each other: move what both need into a use case of core or an adapter");

    @ArchTest
    static final ArchRule jsonLiesBelowEverything = noClasses()
            .that()
            .resideInAPackage("passby.aws.json")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("passby.aws..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("passby.aws.json"))))
            .because("every package reads and writes JSON: hand in what is written instead of knowing its type");

    private static ArchCondition<JavaClass> knowHandlersOfOthers() {
        return new ArchCondition<>("know the handler of another function") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isHandlerOfAnother(dependency.getTargetClass(), item))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.satisfied(item, dependency.getDescription())));
            }
        };
    }

    private static boolean isHandlerOfAnother(JavaClass target, JavaClass item) {
        return target.isAssignableTo(RequestStreamHandler.class)
                && !target.isInterface()
                && !item.getName().startsWith(target.getName());
    }
}
