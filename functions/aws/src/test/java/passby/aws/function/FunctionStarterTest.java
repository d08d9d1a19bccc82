package passby.aws.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.testing.NoContext;

final class FunctionStarterTest {
    static List<FunctionSpec> functions() {
        return Functions.ALL;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theEnvironmentSaysWhichFunctionItIs(FunctionSpec function) {
        assertThat(FunctionStarter.function(Map.of("PASSBY_FUNCTION", function.name())))
                .isSameAs(function);
    }

    /** Lambda's name of a function carries the deployment's name in front, whatever that is. */
    @Test
    void lambdasOwnNameOfItIsNotLookedAt() {
        assertThatThrownBy(() -> FunctionStarter.function(Map.of("AWS_LAMBDA_FUNCTION_NAME", "passby-Search")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("environment variables not set: PASSBY_FUNCTION");
    }

    @Test
    void aNameThatIsNotInTheListFailsTheStart() {
        assertThatThrownBy(() -> FunctionStarter.function(Map.of("PASSBY_FUNCTION", "search")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("PASSBY_FUNCTION names no function of the list");
    }

    @Test
    void aFailureReachesLambdaWithoutAnyMessage() {
        var starter = new FunctionStarter((input, output, context) -> {
            throw new IllegalStateException("plate 7TST123", new IllegalArgumentException("officer-lopez"));
        });

        assertThatThrownBy(() -> starter.handleRequest(
                        InputStream.nullInputStream(), OutputStream.nullOutputStream(), new NoContext()))
                .hasMessageContaining("java.lang.IllegalStateException")
                .hasMessageContaining("caused by java.lang.IllegalArgumentException")
                .hasMessageNotContaining("7TST123")
                .hasMessageNotContaining("officer-lopez")
                .hasNoCause();
    }

    /** Lambda makes it without arguments and hands it bytes: events read by reflection cost a third of a second. */
    @Test
    void lambdaCanMakeIt() throws ReflectiveOperationException {
        assertThat(FunctionStarter.class).isFinal().isPublic();
        assertThat(FunctionStarter.class.getConstructor()).isNotNull();
        assertThat(RequestStreamHandler.class).isAssignableFrom(FunctionStarter.class);
    }
}
