package passby.infra.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.aws.api.Bucket;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.Timing;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

final class UploadsTest {
    private static final String PLACE = "-${AWS::AccountId}-${AWS::Region}";

    private final SynthesizedStack data = Templates.aws().data();

    @Test
    void everyBucketIsClosedAndEncrypted() {
        assertThat(data.properties("AWS::S3::Bucket"))
                .hasSize(Bucket.values().length)
                .allSatisfy(bucket -> {
                    assertThat(bucket.path("PublicAccessBlockConfiguration").properties())
                            .hasSize(4)
                            .allMatch(block -> block.getValue().asBoolean());
                    assertThat(bucket.has("CorsConfiguration")).isFalse();
                    assertThat(bucket.has("ReplicationConfiguration")).isFalse();
                    var encryption = bucket.path("BucketEncryption")
                            .path("ServerSideEncryptionConfiguration")
                            .get(0);
                    assertThat(encryption.path("BucketKeyEnabled").asBoolean()).isTrue();
                    assertThat(encryption
                                    .path("ServerSideEncryptionByDefault")
                                    .path("SSEAlgorithm")
                                    .asText())
                            .isEqualTo("aws:kms");
                });
    }

    @Test
    void everyBucketForgetsWhatIsDeletedButTheLedgersAndThatOfEvidence() {
        var versioned = data.properties("AWS::S3::Bucket")
                .filter(bucket -> bucket.has("VersioningConfiguration"))
                .map(bucket -> Values.text(bucket.path("BucketName")));

        // Locks need versions; the end of a hold deletes each version of its copies by its id.
        assertThat(versioned).containsExactlyInAnyOrder("passby-ledger" + PLACE, "passby-evidence" + PLACE);
    }

    @Test
    void bothBucketsAreKept() {
        assertThat(data.ofType("AWS::S3::Bucket").values())
                .allMatch(bucket -> bucket.path("DeletionPolicy").asText().equals("RetainExceptOnCreate"));
    }

    @Test
    void anUploadIsRefusedThatCouldReplaceAnother() {
        assertThat(denial("Null").path("s3:if-none-match").asText()).isEqualTo("true");
    }

    @Test
    void aSignatureIsRefusedThatIsOlderThanAnyUrlLives() {
        var milliseconds = denial("NumericGreaterThan").path("s3:signatureAge").asLong();

        for (var retention : NonHitRetention.values()) {
            assertThat(milliseconds)
                    .isGreaterThanOrEqualTo(Timing.of(retention).urlLife().toMillis());
        }
        assertThat(milliseconds)
                .isEqualTo(Timing.of(NonHitRetention.DAYS_7).urlLife().toMillis());
    }

    @Test
    void withoutTlsNothingIsAnswered() {
        assertThat(denial("Bool").path("aws:SecureTransport").asText()).isEqualTo("false");
        assertThat(denial("NumericLessThan").path("s3:TlsVersion").asText()).isEqualTo("1.2");
    }

    @Test
    void theBucketTellsTheQueueOfEveryFrame() {
        var bucket = bucket("uploads");

        var told = bucket.path("NotificationConfiguration").path("QueueConfigurations");

        assertThat(told).hasSize(2);
        assertThat(told.get(0).path("Event").asText()).isEqualTo("s3:ObjectCreated:*");
        assertThat(told.get(0).path("Filter").toString()).contains("\"prefix\"", "\"u/\"");
        assertThat(queueOf(Values.text(told.get(0).path("Queue")))).isEqualTo("passby-uploads");
        assertThat(data.ofType("Custom::S3BucketNotifications")).isEmpty();
    }

    /** Deletions of ours are none of them: s3:ObjectRemoved is not asked for. */
    @Test
    void theBucketsOfPicturesTellOfWhatTheirOwnRulesDelete() {
        for (var bucket : List.of(bucket("uploads"), bucket("pictures"))) {
            var told = bucket.path("NotificationConfiguration").path("QueueConfigurations");
            var deletions = told.get(told.size() - 1);

            assertThat(deletions.path("Event").asText()).isEqualTo("s3:LifecycleExpiration:Delete");
            assertThat(deletions.has("Filter")).isFalse();
            assertThat(queueOf(Values.text(deletions.path("Queue")))).isEqualTo("passby-backstops");
        }
    }

    @Test
    void theBucketWaitsForTheQueuesPermission() {
        var waits = data.ofType("AWS::S3::Bucket").values().stream()
                .filter(bucket -> bucket.path("Properties").has("NotificationConfiguration"))
                .flatMap(bucket -> Values.each(bucket.path("DependsOn")).stream())
                .toList();

        assertThat(waits).anyMatch(id -> data.resource(id).path("Type").asText().equals("AWS::SQS::QueuePolicy"));
    }

    @Test
    void whatIsReceivedTooOftenGoesToTheDeadLettersAndNowhereElse() {
        var queue = queue("passby-uploads");
        var dead = queue("passby-uploads-dead");

        assertThat(queue.path("RedrivePolicy").path("maxReceiveCount").asInt()).isEqualTo(Timing.QUEUE_RECEIVES);
        assertThat(queueOf(Values.text(queue.path("RedrivePolicy").path("deadLetterTargetArn"))))
                .isEqualTo("passby-uploads-dead");
        assertThat(dead.path("MessageRetentionPeriod").asLong()).isEqualTo(Timing.DEAD_LETTERS_KEPT.toSeconds());
        assertThat(Values.each(dead.path("RedriveAllowPolicy").path("sourceQueueArns")))
                .allMatch(arn -> arn.endsWith(":passby-uploads"));
    }

    @Test
    void aDeadLetterOutlivesItsQueueBecauseItsAgeIsCountedFromTheFirstSending() {
        var kept = queue("passby-uploads").path("MessageRetentionPeriod").asLong();

        assertThat(queue("passby-uploads-dead").path("MessageRetentionPeriod").asLong())
                .isGreaterThan(kept);
        for (var retention : NonHitRetention.values()) {
            assertThat(kept)
                    .isGreaterThanOrEqualTo(Timing.of(retention).sweepAfter().toSeconds());
        }
    }

    @Test
    void whatTheCityForgetsToDeleteS3Deletes() {
        var uploads = days(bucket("uploads"), "u/");
        var pictures = days(bucket("pictures"), "c/h/");

        for (var retention : NonHitRetention.values()) {
            assertThat(uploads * 86_400L)
                    .isGreaterThan(Timing.of(retention).sweepAfter().toSeconds());
        }
        assertThat(Arrays.stream(HitRetention.values()))
                .allMatch(retention -> retention.duration().toDays() < pictures);
    }

    @Test
    void brokenOffUploadsAreDropped() {
        for (var name : List.of("uploads", "pictures")) {
            assertThat(bucket(name).path("LifecycleConfiguration").toString())
                    .contains("\"AbortIncompleteMultipartUpload\":{\"DaysAfterInitiation\":1}");
        }
    }

    private JsonNode denial(String operator) {
        return data.properties("AWS::S3::BucketPolicy")
                .flatMap(policy -> Values.list(policy.path("PolicyDocument").path("Statement")).stream())
                .filter(statement -> statement.path("Effect").asText().equals("Deny"))
                .map(statement -> statement.path("Condition").path(operator))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode bucket(String name) {
        return data.properties("AWS::S3::Bucket", "BucketName", "passby-" + name + PLACE);
    }

    private JsonNode queue(String name) {
        return data.properties("AWS::SQS::Queue", "QueueName", name);
    }

    private String queueOf(String arn) {
        var id = arn.substring(2, arn.indexOf(".Arn}"));
        return data.resource(id).path("Properties").path("QueueName").asText();
    }

    private static long days(JsonNode bucket, String prefix) {
        return Values.list(bucket.path("LifecycleConfiguration").path("Rules")).stream()
                .filter(rule -> rule.path("Prefix").asText().equals(prefix))
                .mapToLong(rule -> rule.path("ExpirationInDays").asLong())
                .findFirst()
                .orElseThrow();
    }
}
