package passby.aws.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.aws.stub.HttpStub;
import passby.aws.stub.StubbedS3;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket that refuses deletes is told to the purge, which keeps the row and tries again; one that has no such object is not. */
final class RefusedDeletesTest {
    private static final String KEY = "c/n/2036-05-06T12/01JQ0000000000000000000001-1/plate.jpg";

    private static S3Pictures pictures(HttpStub stub) {
        return new S3Pictures(StubbedS3.client(stub), "pictures");
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDenied, 1", "503, SlowDown, 2"})
    void aRefusalIsAFailureThatNamesNoKey(int status, String code, int attempts) {
        try (var stub = StubbedS3.answering(StubbedS3.xml(status, "<Error><Code>" + code + "</Code></Error>"))) {
            var pictures = pictures(stub);

            assertThatThrownBy(() -> pictures.delete(KEY)).isInstanceOfSatisfying(S3Exception.class, refused -> {
                assertThat(refused.statusCode()).isEqualTo(status);
                assertThat(refused.getMessage()).doesNotContain("01JQ");
            });
            assertThat(stub.received()).hasSizeGreaterThanOrEqualTo(attempts);
        }
    }

    @Test
    void anObjectThatIsGoneAlreadyIsDeleted() {
        try (var stub = StubbedS3.answering(StubbedS3.xml(204, ""))) {
            assertThatCode(() -> pictures(stub).delete(KEY)).doesNotThrowAnyException();
        }
    }
}
