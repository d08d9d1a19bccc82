package passby.infra;

import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Queue;
import passby.core.retention.Timing;
import passby.infra.capacity.Capacity;
import passby.infra.deployment.Deployment;
import passby.infra.functions.CityFunction;
import passby.infra.functions.FunctionContext;
import passby.infra.functions.QueueSources;
import passby.infra.functions.Schedules;
import passby.infra.people.OfficersPool;
import passby.infra.recognition.Recognizer;
import passby.infra.store.PrivateQueue;
import software.constructs.Construct;

/** What runs while nobody waits: readers of queues, clocks of every minute and every day, and the recogniser. */
final class BackgroundStack extends ServicePart {
    BackgroundStack(Construct scope, Deployment deployment, Capacity capacity, List<FunctionSpec> specs) {
        super(scope, "Background", "Part of Passby: the functions behind queues and clocks, and the recogniser.");
        var names = deployment.names();
        var context = FunctionContext.in(this, deployment);
        var failures = new PrivateQueue(this, "Failures", names, Queue.FAILURES, Timing.DEAD_LETTERS_KEPT.toSeconds());
        new Recognizer(this, context, capacity);
        var functions = specs.stream()
                .map(spec -> new CityFunction(this, spec, context, capacity))
                .toList();
        // They name it by its text, which tells CloudFormation no order.
        functions.forEach(function -> function.resource().addResourceDependency(failures.queue()));
        new QueueSources(this, names, capacity, functions);
        new Schedules(this, functions);
        if (deployment.issuer().isEmpty()) {
            OfficersPool.mayAsk(this, names, functions);
        }
    }
}
