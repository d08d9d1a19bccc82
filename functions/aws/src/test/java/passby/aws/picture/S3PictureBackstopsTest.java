package passby.aws.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import passby.aws.stub.HttpStub;
import passby.aws.stub.StubbedS3;
import passby.core.redate.BackstopDays;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What is asked of a bucket with lifecycle rules, over a stub that stands for it: S3Proxy knows none. */
final class S3PictureBackstopsTest {
    private static final String RULES = "<LifecycleConfiguration>"
            + "<Rule><ID>broken-off</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status>"
            + "<AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation></AbortIncompleteMultipartUpload></Rule>"
            + "<Rule><ID>backstop-c-n-</ID><Prefix>c/n/</Prefix><Status>Enabled</Status>"
            + "<Expiration><Days>271</Days></Expiration></Rule>"
            + "<Rule><ID>backstop-c-h-</ID><Filter><Prefix>c/h/</Prefix></Filter><Status>Enabled</Status>"
            + "<Expiration><Days>1826</Days></Expiration></Rule></LifecycleConfiguration>";

    private static S3PictureBackstops backstops(HttpStub stub) {
        return new S3PictureBackstops(StubbedS3.client(stub), "pictures");
    }

    @Test
    void theRulesOfBothClassesAreReadWhereverTheirPrefixStands() {
        try (var stub = StubbedS3.answering(StubbedS3.xml(200, RULES))) {
            assertThat(backstops(stub).find()).contains(new BackstopDays(271, 1826));
        }
    }

    @Test
    void bothRulesAreReplacedAndEveryOtherOneStays() {
        try (var stub = StubbedS3.answering(StubbedS3.xml(200, RULES), StubbedS3.xml(200, ""))) {
            backstops(stub).put(new BackstopDays(8, 366));

            var put = stub.received().getLast();
            assertThat(put.method()).isEqualTo("PUT");
            assertThat(put.body())
                    .contains("<ID>broken-off</ID>", "<Days>8</Days>", "<Days>366</Days>", "c/n/", "c/h/")
                    .doesNotContain("271", "1826");
        }
    }

    @Test
    void aBucketWithoutRulesGetsThem() {
        var none = StubbedS3.xml(404, "<Error><Code>NoSuchLifecycleConfiguration</Code></Error>");
        try (var stub = StubbedS3.answering(none, none, StubbedS3.xml(200, ""))) {
            assertThat(backstops(stub).find()).isEmpty();

            backstops(stub).put(new BackstopDays(1, 366));

            assertThat(stub.received().getLast().body()).contains("<Days>1</Days>", "<Days>366</Days>");
        }
    }

    @Test
    void aBucketThatRefusesIsNoBucketWithoutRules() {
        try (var stub = StubbedS3.answering(StubbedS3.xml(403, "<Error><Code>AccessDenied</Code></Error>"))) {
            assertThatThrownBy(() -> backstops(stub).find()).isInstanceOf(S3Exception.class);
            assertThatThrownBy(() -> backstops(stub).put(new BackstopDays(8, 366)))
                    .isInstanceOf(S3Exception.class);
        }
    }
}
