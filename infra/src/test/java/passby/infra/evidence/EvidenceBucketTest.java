package passby.infra.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;

final class EvidenceBucketTest {
    private final SynthesizedStack data = Templates.aws().data();

    private JsonNode bucket() {
        return data.ofType("AWS::S3::Bucket").values().stream()
                .map(bucket -> bucket.path("Properties"))
                .filter(bucket -> bucket.path("BucketName").toString().contains("passby-evidence-"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyCopyIsAVersionThatCanBeLocked() {
        assertThat(bucket().path("ObjectLockEnabled").asBoolean()).isTrue();
        assertThat(bucket().path("VersioningConfiguration").path("Status").asText())
                .isEqualTo("Enabled");
    }

    @Test
    void nothingInItExpiresByItself() {
        assertThat(bucket().path("LifecycleConfiguration").toString()).doesNotContain("Expiration");
    }

    @Test
    void onlyTheEndOfAHoldDeletesAVersion() {
        var policy = data.ofType("AWS::S3::BucketPolicy").values().stream()
                .map(Object::toString)
                .filter(text -> text.contains("s3:BypassGovernanceRetention"))
                .toList();

        assertThat(policy)
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("s3:DeleteObjectVersion", "ArnNotEquals", "role/passby-EndHolds")
                        .doesNotContain("role/passby-CopyEvidence"));
    }
}
