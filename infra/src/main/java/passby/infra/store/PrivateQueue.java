package passby.infra.store;

import java.util.List;
import passby.aws.api.Queue;
import passby.infra.access.ResourcePolicies;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.sqs.CfnQueue;
import software.amazon.awscdk.services.sqs.CfnQueuePolicy;
import software.constructs.Construct;

/** A queue over TLS only, encrypted by SQS: its messages name objects, and hold no picture, plate or person. */
public final class PrivateQueue extends Construct {
    private final CfnQueue queue;
    private final CfnQueuePolicy policy;

    /** @param keptSeconds after which SQS drops a message, counted from when it was first sent */
    public PrivateQueue(Construct scope, String id, Names names, Queue which, long keptSeconds) {
        super(scope, id);
        queue = CfnQueue.Builder.create(this, "Queue")
                .queueName(names.queue(which))
                .sqsManagedSseEnabled(true)
                .messageRetentionPeriod(keptSeconds)
                .build();
        AcknowledgedFindings.on(queue)
                .checkov("CKV_AWS_27", "It is encrypted, by SQS's own key, which this judge does not look at.");
        policy = CfnQueuePolicy.Builder.create(this, "Policy")
                .queues(List.of(queue.getRef()))
                .policyDocument(PolicyDocument.Builder.create()
                        .statements(new ResourcePolicies(names)
                                .queue(which).grants().stream()
                                        .map(grant -> grant.statement(names))
                                        .toList())
                        .build())
                .build();
    }

    public CfnQueue queue() {
        return queue;
    }

    public CfnQueuePolicy policy() {
        return policy;
    }
}
