package passby.aws;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
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
    static final ArchRule onlyTheWiringMakesTimeChanceAndEnvironment = noClasses()
            .that()
            .doNotBelongToAnyOf(LambdaWiring.class)
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
            .dependOnClassesThat(JavaClass.Predicates.assignableTo(Random.class));

    @ArchTest
    static final ArchRule onlyTheServicesMakeClients =
            noClasses().that().doNotBelongToAnyOf(AwsServices.class).should().callMethodWhere(MAKING_CLIENTS);

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that().haveModifier(STATIC).should().haveModifier(FINAL);

    @ArchTest
    static final ArchRule onlyTheLogPrints = noClasses()
            .that()
            .resideOutsideOfPackage("passby.aws.log")
            .and()
            .doNotBelongToAnyOf(LambdaWiring.class)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
