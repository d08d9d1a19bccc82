package passby.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Lambda needs of every class that the list names. */
final class HandlersTest {
    static List<FunctionSpec> functions() {
        return Functions.ALL;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyHandlerIsThereAndStartsItself(FunctionSpec function) throws ReflectiveOperationException {
        var handler = Class.forName(function.handler());

        assertThat(handler).isFinal();
        assertThat(Modifier.isPublic(handler.getConstructor().getModifiers())).isTrue();
    }

    /** By reflection the events would cost a third of a second at each cold start. */
    @ParameterizedTest
    @MethodSource("functions")
    void everyHandlerTakesBytes(FunctionSpec function) throws ReflectiveOperationException {
        assertThat(RequestStreamHandler.class).isAssignableFrom(Class.forName(function.handler()));
    }

    @Test
    void everyMetricIsMeasuredBySomeFunction() {
        for (var metric : Metric.values()) {
            assertThat(metric.functions()).as(metric.code()).isNotEmpty();
            assertThat(Functions.ALL).containsAll(metric.functions());
        }
    }
}
