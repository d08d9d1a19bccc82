package passby.infra.functions;

import java.util.List;
import passby.aws.api.Queue;
import passby.aws.api.Trigger;
import passby.core.retention.Timing;
import passby.infra.capacity.Capacity;
import passby.infra.naming.Names;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.ScalingConfigProperty;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** Hands the messages of each queue to the function that waits for them: one at a time, each failure by itself. */
public final class QueueSources extends Construct {
    /** What Lambda takes at least. */
    private static final int LEAST_CONCURRENCY = 2;

    /** Alerts are few, and SNS's own quota of messages a second is what bounds them. */
    private static final int ALERTS_AT_ONCE = 5;

    public QueueSources(Construct scope, Names names, Capacity capacity, List<CityFunction> functions) {
        super(scope, "Arrivals");
        for (var function : functions) {
            if (function.spec().trigger() instanceof Trigger.Queue(var queue)) {
                mapping(id(queue), function.target(), Names.resolved(names.queueArn(queue)), atOnce(queue, capacity));
            }
        }
    }

    private static String id(Queue queue) {
        return queue == Queue.UPLOADS ? "Mapping" : queue.code();
    }

    /** No more at once than have a place: a message that finds none would lose one of its receives. Lists come one by one. */
    private static int atOnce(Queue queue, Capacity capacity) {
        return switch (queue) {
            case UPLOADS -> capacity.reading();
            case ALERTS -> ALERTS_AT_ONCE;
            case LISTS, WEBHOOKS, UPLOADS_DEAD, LISTS_DEAD, ALERTS_DEAD, WEBHOOKS_DEAD, CAD, FAILURES, BACKSTOPS ->
                LEAST_CONCURRENCY;
        };
    }

    private void mapping(String id, IFunction target, String queueArn, int atOnce) {
        CfnEventSourceMapping.Builder.create(this, id)
                .functionName(target.getFunctionArn())
                .eventSourceArn(queueArn)
                .batchSize(Timing.QUEUE_BATCH)
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .scalingConfig(ScalingConfigProperty.builder()
                        .maximumConcurrency(atOnce)
                        .build())
                .build();
    }
}
