package passby.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;

final class LedgerBucketTest {
    private final SynthesizedStack data = Templates.aws().data();

    private JsonNode bucket() {
        return data.ofType("AWS::S3::Bucket").values().stream()
                .map(bucket -> bucket.path("Properties"))
                .filter(bucket -> bucket.path("BucketName").toString().contains("passby-ledger-"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void versionsAreKeptAndObjectsCanBeLocked() {
        assertThat(bucket().path("ObjectLockEnabled").asBoolean()).isTrue();
        assertThat(bucket().path("VersioningConfiguration").path("Status").asText())
                .isEqualTo("Enabled");
        assertThat(bucket().path("ObjectLockConfiguration").has("Rule"))
                .as("objects are locked one by one")
                .isFalse();
    }

    @Test
    void onlyWhatPassesExpires() {
        for (var rule : bucket().path("LifecycleConfiguration").path("Rules")) {
            if (rule.has("ExpirationInDays")) {
                assertThat(rule.path("TagFilters").toString()).contains("passing");
            }
        }
    }

    @Test
    void nothingButTheCheckpointIsEverWrittenOver() {
        var policy = data.ofType("AWS::S3::BucketPolicy").values().stream()
                .map(Object::toString)
                .filter(text -> text.contains("/log/own/tile/*"))
                .findFirst()
                .orElseThrow();

        assertThat(policy)
                .contains("s3:if-none-match", "s3:DeleteObjectVersion", "/log/public/checkpoints/*", "/log/own/vkey");
        assertThat(policy).doesNotContain("/log/own/checkpoint\"", "/log/*");
    }
}
