package passby.aws.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.aws.stub.HttpStub;
import passby.aws.stub.StubbedS3;

/** What is asked of a bucket with versions and locks, over a stub that stands for it. */
final class S3VaultLocksTest {
    private static final Instant DATE = Instant.parse("2036-08-04T12:00:00Z");

    private static List<String> lines(HttpStub stub) {
        return stub.received().stream()
                .map(request -> request.method() + " " + request.path())
                .toList();
    }

    @Test
    void aCopyIsLockedInGovernanceModeUntilItsDate() {
        try (var stub = StubbedS3.answering(
                StubbedS3.xml(404, "<Error><Code>NoSuchKey</Code></Error>"), StubbedS3.xml(200, ""))) {
            new S3Vault(StubbedS3.client(stub), "evidence", true).put("e/1/read.json", new byte[] {1}, DATE);

            assertThat(stub.received().getLast().headers())
                    .containsEntry("X-Amz-Object-Lock-Mode", "GOVERNANCE")
                    .containsEntry("X-Amz-Object-Lock-Retain-Until-Date", DATE.toString());
        }
    }

    @Test
    void aLockIsMadeLongerAndNeverShorter() {
        var list = "<ListBucketResult><Contents><Key>e/1/read.json</Key></Contents></ListBucketResult>";
        for (var before : List.of(DATE.minusSeconds(60), DATE)) {
            var retention =
                    "<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>" + before + "</RetainUntilDate></Retention>";
            try (var stub = StubbedS3.answering(
                    StubbedS3.xml(200, list), StubbedS3.xml(200, retention), StubbedS3.xml(200, ""))) {
                var locked = new S3Vault(StubbedS3.client(stub), "evidence", true).lock("e/1/", DATE);

                var longer = before.isBefore(DATE);
                assertThat(locked).isEqualTo(longer ? List.of("e/1/read.json") : List.of());
                assertThat(lines(stub)).hasSize(longer ? 3 : 2);
                if (longer) {
                    assertThat(stub.received().getLast().body()).contains(DATE.toString(), "GOVERNANCE");
                }
            }
        }
    }

    @Test
    void everyVersionAndEveryDeleteMarkerIsDeletedWhateverItsLock() {
        var versions = "<ListVersionsResult><Version><Key>e/1/read.json</Key><VersionId>v1</VersionId></Version>"
                + "<DeleteMarker><Key>e/1/read.json</Key><VersionId>v2</VersionId></DeleteMarker></ListVersionsResult>";
        try (var stub = StubbedS3.answering(StubbedS3.xml(200, versions), StubbedS3.xml(204, ""))) {
            new S3Vault(StubbedS3.client(stub), "evidence", true).delete("e/1/");

            assertThat(stub.received().stream().skip(1))
                    .hasSize(2)
                    .allSatisfy(request ->
                            assertThat(request.headers()).containsEntry("X-Amz-Bypass-Governance-Retention", "true"));
            assertThat(lines(stub))
                    .filteredOn(line -> line.startsWith("DELETE"))
                    .hasSize(2);
        }
    }
}
