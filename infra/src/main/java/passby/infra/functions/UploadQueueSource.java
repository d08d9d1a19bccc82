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

/** Hands the messages of a queue to the function that waits for them: one at a time, each failure by itself. */
public final class UploadQueueSource extends Construct {
    private static final int ALERTS_AT_ONCE = 5;

    public UploadQueueSource(Construct scope, Names names, Capacity capacity, List<CityFunction> functions) {
        super(scope, "Arrivals");
        for (var function : functions) {
            if (function.spec().trigger() instanceof Trigger.Queue(var queue)) {
                mapping(queue, function.target(), Names.resolved(names.queueArn(queue)), capacity);
            }
        }
    }

    /** No more at once than have a place: a message that finds none would lose one of its receives. */
    private void mapping(Queue queue, IFunction target, String queueArn, Capacity capacity) {
        CfnEventSourceMapping.Builder.create(this, id(queue))
                .functionName(target.getFunctionArn())
                .eventSourceArn(queueArn)
                .batchSize(Timing.QUEUE_BATCH)
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .scalingConfig(ScalingConfigProperty.builder()
                        .maximumConcurrency(atOnce(queue, capacity))
                        .build())
                .build();
    }

    private static String id(Queue queue) {
        return switch (queue) {
            case UPLOADS -> "Mapping";
            case ALERTS -> "Alerts";
            case UPLOADS_DEAD, ALERTS_DEAD, FAILURES -> throw new IllegalArgumentException("read by people alone");
        };
    }

    /** Alerts are few, and SNS's own quota of messages a second is what bounds them. */
    private static int atOnce(Queue queue, Capacity capacity) {
        return queue == Queue.UPLOADS ? capacity.reading() : ALERTS_AT_ONCE;
    }
}
