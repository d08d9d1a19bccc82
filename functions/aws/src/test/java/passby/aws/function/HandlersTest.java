package passby.aws.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.AlertFunctions;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.PublicFunctions;
import passby.aws.api.Route;
import passby.aws.api.Trigger;
import passby.aws.http.Authentication;
import passby.aws.lambda.ApiHandler;
import passby.aws.lambda.ClockHandler;
import passby.aws.lambda.QueueHandler;
import passby.aws.wiring.LambdaWiring;
import passby.core.capture.Camera;
import passby.core.people.Caller;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** Every function of the list has a handler, and one that fits it. Made from settings alone: no service is asked. */
final class HandlersTest {
    static List<FunctionSpec> functions() {
        return Functions.ALL;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionHasAHandlerOfItsTrigger(FunctionSpec function) {
        var expected =
                switch (function.trigger()) {
                    case Trigger.Api _ -> ApiHandler.class;
                    case Trigger.Queue _ -> QueueHandler.class;
                    case Trigger.EveryMinute _, Trigger.EveryHour _, Trigger.EveryDay _ -> ClockHandler.class;
                    case Trigger.Deployment _, Trigger.SignIn _, Trigger.ByHand _ -> RequestStreamHandler.class;
                };

        assertThat(handler(function)).isInstanceOf(expected);
    }

    @Test
    void noTwoFunctionsShareAHandlerButThoseThatDeliverAlerts() {
        assertThat(Functions.ALL.stream()
                        .filter(function -> !function.equals(AlertFunctions.CALL_WEBHOOKS))
                        .map(function -> handler(function).getClass()))
                .doesNotHaveDuplicates();
        assertThat(handler(AlertFunctions.CALL_WEBHOOKS)).hasSameClassAs(handler(AlertFunctions.DELIVER_ALERTS));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyHandlerHasOneConstructor(FunctionSpec function) {
        assertThat(handler(function).getClass().getDeclaredConstructors()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aRouteWithATokenIsAnsweredByAHandlerThatIsMadeWithItsVerifier(FunctionSpec function) {
        var madeWith = Arrays.stream(handler(function).getClass().getConstructors())
                .map(Constructor::getGenericParameterTypes)
                .flatMap(Arrays::stream)
                .map(Type::getTypeName)
                .toList();

        assertThat(function.routes()).allSatisfy(route -> isVerified(route, madeWith));
    }

    private static void isVerified(Route route, List<String> madeWith) {
        switch (route.caller()) {
            case PERSON -> assertThat(madeWith).contains(verifierOf(Caller.class));
            case CAMERA -> assertThat(madeWith).contains(verifierOf(Camera.class));
            case PUBLIC ->
                assertThat(route.body()).as("a public route takes nothing").isFalse();
        }
    }

    private static String verifierOf(Class<?> caller) {
        return Authentication.class.getName() + "<" + caller.getName() + ">";
    }

    @Test
    void aFunctionThatIsNotInTheListHasNoHandler() {
        var health = PublicFunctions.PUBLIC_FILES;
        var unknown =
                new FunctionSpec("MadeUp", health.trigger(), health.writes(), health.size(), health.permissions());

        assertThatThrownBy(() -> handler(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MadeUp");
    }

    private static RequestStreamHandler handler(FunctionSpec function) {
        var variables = new HashMap<>(Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "made-up",
                "AWS_SECRET_ACCESS_KEY", "made-up"));
        function.settings().forEach(setting -> variables.put(setting.variable(), "https://issuer.example/made-up"));
        var wiring = LambdaWiring.of(function, variables, new MutableClock(TestData.NOW), byte[]::new);
        return Handlers.of(function, wiring);
    }
}
