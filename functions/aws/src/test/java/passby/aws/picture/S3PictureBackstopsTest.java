package passby.aws.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import passby.aws.stub.HttpStub;
import passby.core.redate.BackstopDays;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
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

    private static S3PictureBackstops backstops(URI endpoint) {
        return new S3PictureBackstops(
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

    private static HttpStub stub(HttpStub.Answer... answers) {
        var next = new AtomicInteger();
        return HttpStub.answering(request -> answers[Math.min(next.getAndIncrement(), answers.length - 1)]);
    }

    private static HttpStub.Answer xml(int status, String body) {
        return new HttpStub.Answer(status, Map.of("Content-Type", "application/xml"), body);
    }

    @Test
    void theRulesOfBothClassesAreReadWhereverTheirPrefixStands() {
        try (var stub = stub(xml(200, RULES))) {
            assertThat(backstops(stub.endpoint()).find()).contains(new BackstopDays(271, 1826));
        }
    }

    @Test
    void bothRulesAreReplacedAndEveryOtherOneStays() {
        try (var stub = stub(xml(200, RULES), xml(200, ""))) {
            backstops(stub.endpoint()).put(new BackstopDays(8, 366));

            var put = stub.received().getLast();
            assertThat(put.method()).isEqualTo("PUT");
            assertThat(put.body())
                    .contains("<ID>broken-off</ID>", "<Days>8</Days>", "<Days>366</Days>", "c/n/", "c/h/")
                    .doesNotContain("271", "1826");
        }
    }

    @Test
    void aBucketWithoutRulesGetsThem() {
        var none = xml(404, "<Error><Code>NoSuchLifecycleConfiguration</Code></Error>");
        try (var stub = stub(none, none, xml(200, ""))) {
            assertThat(backstops(stub.endpoint()).find()).isEmpty();

            backstops(stub.endpoint()).put(new BackstopDays(1, 366));

            assertThat(stub.received().getLast().body()).contains("<Days>1</Days>", "<Days>366</Days>");
        }
    }

    @Test
    void aBucketThatRefusesIsNoBucketWithoutRules() {
        try (var stub = stub(xml(403, "<Error><Code>AccessDenied</Code></Error>"))) {
            assertThatThrownBy(() -> backstops(stub.endpoint()).find()).isInstanceOf(S3Exception.class);
            assertThatThrownBy(() -> backstops(stub.endpoint()).put(new BackstopDays(8, 366)))
                    .isInstanceOf(S3Exception.class);
        }
    }
}
