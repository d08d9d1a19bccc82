package passby.infra.hit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passby.infra.testing.Templates;

final class AlertQueueTest {
    @Test
    void theSubscriptionIsMadeAfterItsTopic() {
        var data = Templates.aws().data();

        var topics = data.properties("AWS::SNS::Subscription")
                .map(subscription -> subscription.path("TopicArn").path("Ref").asText())
                .map(topic -> data.resource(topic)
                        .path("Properties")
                        .path("TopicName")
                        .asText());

        assertThat(topics).hasSize(3).containsOnly("passby-alerts");
    }
}
