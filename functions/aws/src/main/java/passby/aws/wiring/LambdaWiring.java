package passby.aws.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import passby.aws.api.FunctionSpec;
import passby.aws.measure.EmbeddedMetrics;
import passby.core.id.Entropy;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Wires one function as Lambda starts it, from its environment alone.
 *
 * <p>Where a snapshot of the start will be taken, the start is rehearsed first (see {@link Rehearsal}) with other credentials
 * and objects that are thrown away. What is wired for real has then never been used: no credential was fetched, no key
 * unwrapped, no policy read, no random number drawn and no connection opened that a snapshot could hold. So nothing has to
 * be forgotten before it, nor renewed after it, and there are no hooks.
 */
public final class LambdaWiring {
    private LambdaWiring() {}

    /** The environment of this process. */
    public static Map<String, String> variables() {
        return System.getenv();
    }

    public static Wiring of(FunctionSpec function) {
        // Made when it is first used: a generator that a snapshot held would tell every copy of it the same secrets.
        var random = new Lazy<>(SecureRandom::new);
        return of(function, variables(), Clock.systemUTC(), count -> {
            var bytes = new byte[count];
            random.get().nextBytes(bytes);
            return bytes;
        });
    }

    /** @throws IllegalStateException that names every variable that is not set */
    public static Wiring of(FunctionSpec function, Map<String, String> variables, Clock clock, Entropy entropy) {
        return of(function, variables, clock, entropy, List.of());
    }

    /** @param watchers see every call to a service */
    public static Wiring of(
            FunctionSpec function,
            Map<String, String> variables,
            Clock clock,
            Entropy entropy,
            List<ExecutionInterceptor> watchers) {
        var settings = Environment.of(function.settings(), variables);
        if (variables.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "").equals("snap-start")) {
            new Rehearsal(function, settings, variables, clock).run();
        }
        var services = new AwsServices(variables, settings, credentials(variables), watchers);
        var name = variables.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", function.name());
        return new Wiring(services, settings, clock, entropy, new EmbeddedMetrics(name, () -> System.out, clock));
    }

    /**
     * A function with a snapshot is told where to fetch its credentials, and fetches them at its first call; others have
     * them in the environment. Source: AWS Lambda Developer Guide, "Improving startup performance with Lambda SnapStart".
     */
    private static AwsCredentialsProvider credentials(Map<String, String> variables) {
        var id = variables.get("AWS_ACCESS_KEY_ID");
        var secret = variables.get("AWS_SECRET_ACCESS_KEY");
        var token = variables.get("AWS_SESSION_TOKEN");
        if (id == null || secret == null || variables.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
            return ContainerCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(
                token == null
                        ? AwsBasicCredentials.create(id, secret)
                        : AwsSessionCredentials.create(id, secret, token));
    }
}
