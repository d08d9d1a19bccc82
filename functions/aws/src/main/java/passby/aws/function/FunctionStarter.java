package passby.aws.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.Setting;
import passby.aws.wiring.LambdaWiring;

/**
 * What Lambda starts for every function of the zip: the environment says which one it is, and that one alone is wired and
 * made. Only the class is named to Lambda, so it hands over bytes and reads no event by reflection.
 */
public final class FunctionStarter implements RequestStreamHandler {
    private final RequestStreamHandler handler;

    /** As Lambda starts it. */
    public FunctionStarter() {
        this(handler());
    }

    FunctionStarter(RequestStreamHandler handler) {
        this.handler = handler;
    }

    private static RequestStreamHandler handler() {
        var function = function(LambdaWiring.variables());
        return Handlers.of(function, LambdaWiring.of(function));
    }

    /**
     * The function that the environment names.
     *
     * @throws IllegalStateException when it names none, or one that is not in the list
     */
    static FunctionSpec function(Map<String, String> variables) {
        var variable = Setting.FUNCTION.variable();
        var name = variables.getOrDefault(variable, "");
        if (name.isBlank()) {
            throw new IllegalStateException("environment variables not set: " + variable);
        }
        return Functions.ALL.stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(variable + " names no function of the list"));
    }

    /** @throws FailedRun when it failed; Lambda then counts an error, and repeats it or keeps a dead letter */
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        try {
            handler.handleRequest(input, output, context);
        } catch (RuntimeException e) {
            throw new FailedRun(e);
        }
    }
}
