package passby.aws.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.aws.stub.HttpStub;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket that refuses deletes is told to the purge, which keeps the row and tries again; one that has no such object is not. */
final class RefusedDeletesTest {
    private static final String KEY = "c/n/2036-05-06T12/01JQ0000000000000000000001-1/plate.jpg";

    private static S3Pictures pictures(URI endpoint) {
        return new S3Pictures(
                S3Client.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("AKIAMADEUPFORTESTS00", "made-up")))
                        .forcePathStyle(true)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build(),
                "pictures");
    }

    private static HttpStub answering(int status, String code) {
        return HttpStub.answering(request -> new HttpStub.Answer(
                status, Map.of("Content-Type", "application/xml"), "<Error><Code>" + code + "</Code></Error>"));
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDenied, 1", "503, SlowDown, 2"})
    void aRefusalIsAFailureThatNamesNoKey(int status, String code, int attempts) {
        try (var stub = answering(status, code)) {
            var pictures = pictures(stub.endpoint());

            assertThatThrownBy(() -> pictures.delete(KEY)).isInstanceOfSatisfying(S3Exception.class, refused -> {
                assertThat(refused.statusCode()).isEqualTo(status);
                assertThat(refused.getMessage()).doesNotContain("01JQ");
            });
            assertThat(stub.received()).hasSizeGreaterThanOrEqualTo(attempts);
        }
    }

    @Test
    void anObjectThatIsGoneAlreadyIsDeleted() {
        try (var stub = HttpStub.answering(request -> new HttpStub.Answer(204, Map.of(), ""))) {
            assertThatCode(() -> pictures(stub.endpoint()).delete(KEY)).doesNotThrowAnyException();
        }
    }
}
