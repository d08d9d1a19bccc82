package passby.infra.hit;

import java.util.List;
import passby.infra.access.KeyGroup;
import passby.infra.access.ResourcePolicies;
import passby.infra.naming.Names;
import passby.infra.store.Keys;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.sns.CfnTopic;
import software.amazon.awscdk.services.sns.CfnTopicPolicy;
import software.constructs.Construct;

/** An encrypted topic, over TLS only. Its messages hold a category and a zone, never a plate. */
public final class Topic extends Construct {
    private final CfnTopic topic;

    /** @param name as the list of permissions calls it */
    public Topic(Construct scope, String id, Names names, Keys keys, String name) {
        super(scope, id);
        topic = CfnTopic.Builder.create(this, "Topic")
                .topicName(names.topic(name))
                .kmsMasterKeyId(keys.of(KeyGroup.TOPICS).getKeyArn())
                .build();
        CfnTopicPolicy.Builder.create(this, "Policy")
                .topics(List.of(topic.getRef()))
                .policyDocument(PolicyDocument.Builder.create()
                        .statements(new ResourcePolicies(names)
                                .topic(name).grants().stream()
                                        .map(grant -> grant.statement(names))
                                        .toList())
                        .build())
                .build();
    }

    /** What is created after it names it by this, so that CloudFormation knows the order. */
    String arn() {
        return topic.getRef();
    }
}
