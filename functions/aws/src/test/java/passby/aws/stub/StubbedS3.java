package passby.aws.stub;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 as a stub answers it, for what S3Proxy does not know: locks, lifecycle rules, refusals. */
public final class StubbedS3 {
    private StubbedS3() {}

    /** One answer after the other; the last one stays. */
    public static HttpStub answering(HttpStub.Answer... answers) {
        var next = new AtomicInteger();
        return HttpStub.answering(request -> answers[Math.min(next.getAndIncrement(), answers.length - 1)]);
    }

    public static HttpStub.Answer xml(int status, String body) {
        return new HttpStub.Answer(status, Map.of("Content-Type", "application/xml"), body);
    }

    public static S3Client client(HttpStub stub) {
        return S3Client.builder()
                .endpointOverride(stub.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAMADEUPFORTESTS00", "made-up")))
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
