package passby.aws.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.json.Failure;

/**
 * Runs the work of a custom resource and answers, whatever comes of it: a deployment is never left waiting. Deleting does
 * nothing and succeeds, because what the work made outlives the stack.
 */
public final class CustomResource {
    /** Of the work; what is left of the function's minute is for the answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(35);

    private static final Logger LOG = LoggerFactory.getLogger(CustomResource.class);

    /** What CloudFormation and the template add to the parameters. */
    private static final Set<String> NO_PARAMETERS = Set.of("ServiceToken", "ServiceTimeout", "PolicyHash");

    /** What a custom resource does when it is created or updated. */
    @FunctionalInterface
    public interface Work {
        /**
         * @param parameters the resource's properties, but for what the template adds for itself
         * @param origin names this request: equal when it is sent again
         */
        DeploymentAnswer handle(Map<String, String> parameters, String origin);
    }

    private final Work work;
    private final AnswerUrls answers;
    private final Duration patience;

    public CustomResource(Work work, AnswerUrls answers, Duration patience) {
        this.work = work;
        this.answers = answers;
        this.patience = patience;
    }

    /** @throws RuntimeException when there is nowhere to answer to, or nobody took the answer */
    public void handle(InputStream event) {
        var parsed = DeploymentEvent.parse(bytes(event));
        answers.put(parsed.responseUrl(), DeploymentAnswer.body(parsed, answer(parsed)));
    }

    private static byte[] bytes(InputStream event) {
        try {
            return event.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DeploymentAnswer answer(DeploymentEvent event) {
        return switch (event.kind()) {
            case DELETE -> new DeploymentAnswer.Succeeded(Map.of());
            case CREATE, UPDATE -> worked(event);
        };
    }

    private DeploymentAnswer worked(DeploymentEvent event) {
        var parameters = new HashMap<String, String>();
        for (var property : event.properties().entrySet()) {
            if (!NO_PARAMETERS.contains(property.getKey())) {
                if (!(property.getValue() instanceof String text)) {
                    return new DeploymentAnswer.Failed(
                            "Every property of " + event.logicalResourceId() + " is a text.");
                }
                parameters.put(property.getKey(), text);
            }
        }
        return worked(parameters, "stack request " + event.requestId());
    }

    private DeploymentAnswer worked(Map<String, String> parameters, String origin) {
        var task = new FutureTask<DeploymentAnswer>(() -> work.handle(parameters, origin));
        Thread.ofVirtual().name("custom-resource").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return new DeploymentAnswer.Failed("It did not finish within " + patience.toSeconds() + " s. Try again.");
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            LOG.error("a custom resource failed: {}", Failure.describe(cause));
            return new DeploymentAnswer.Failed(
                    "It failed (" + cause.getClass().getSimpleName() + "); the log of its function says where.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DeploymentAnswer.Failed("It was interrupted. Try again.");
        }
    }
}
