package passby.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.aws.picture.S3Pictures;
import passby.local.engine.StoredObject.How;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

class LocalS3IT {
    private static final String BUCKET = "pictures";
    private final BlockingQueue<StoredObject> told = new LinkedBlockingQueue<>();
    private LocalS3 engine;
    private S3Client s3;

    @BeforeEach
    void start() {
        engine = LocalS3.start(new Storage.InMemory(), LocalClients.CREDENTIALS, told::add);
        // As the city's own client puts: with Expect: 100-continue the engine now and then closes a connection without
        // an answer.
        s3 = LocalClients.s3(engine.endpoint())
                .overrideConfiguration(S3Pictures.clientConfiguration().toBuilder()
                        .addExecutionInterceptor(new NoChunks())
                        .build())
                .build();
        engine.ensureBucket(BUCKET);
    }

    @AfterEach
    void stop() {
        s3.close();
        engine.close();
    }

    @Test
    void whatIsToldIsWhatLiesInTheBucket() {
        var answered = s3.putObject(put -> put.bucket(BUCKET).key("a b/c.jpg"), RequestBody.fromString("12345"));

        var object = told.remove();
        assertThat(object.key()).isEqualTo("a b/c.jpg");
        assertThat(object.size()).isEqualTo(5);
        assertThat("\"" + object.eTag() + "\"").isEqualTo(answered.eTag());
        assertThat(object.how()).isEqualTo(How.PUT);
        assertThat(engine.objects(BUCKET)).containsExactly(object);
    }

    @Test
    void aCopyAndAnUploadInPartsAreToldOnceEach() {
        s3.putObject(put -> put.bucket(BUCKET).key("first"), RequestBody.fromString("12345"));
        s3.copyObject(copy -> copy.sourceBucket(BUCKET)
                .sourceKey("first")
                .destinationBucket(BUCKET)
                .destinationKey("copy"));
        uploadInParts("parts", "123456789");
        s3.createMultipartUpload(create -> create.bucket(BUCKET).key("never completed"));

        assertThat(engine.objects(BUCKET)).extracting(StoredObject::key).containsExactly("copy", "first", "parts");
        assertThat(told).extracting(StoredObject::key).containsExactly("first", "copy", "parts");
        assertThat(told)
                .extracting(StoredObject::how)
                .containsExactly(How.PUT, How.COPY, How.COMPLETE_MULTIPART_UPLOAD);
        assertThat(told).extracting(StoredObject::size).containsExactly(5L, 5L, 9L);
    }

    @Test
    void whatIsRefusedIsNotTold() throws Exception {
        s3.putObject(put -> put.bucket(BUCKET).key("there"), RequestBody.fromString("first"));
        told.clear();

        assertThatThrownBy(() -> s3.putObject(
                        put -> put.bucket(BUCKET).key("there").ifNoneMatch("*"), RequestBody.fromString("second")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(412));
        assertThat(putWithoutSignature()).isEqualTo(403);

        assertThat(told).isEmpty();
    }

    @Test
    void aBucketIsListedToItsEnd() {
        for (var key : List.of("a", "b", "c", "d", "e")) {
            s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString("x"));
        }

        assertThat(engine.objects(BUCKET, 2)).extracting(StoredObject::key).containsExactly("a", "b", "c", "d", "e");
    }

    private void uploadInParts(String key, String bytes) {
        var id = s3.createMultipartUpload(create -> create.bucket(BUCKET).key(key))
                .uploadId();
        var tag = s3.uploadPart(
                        part -> part.bucket(BUCKET).key(key).uploadId(id).partNumber(1), RequestBody.fromString(bytes))
                .eTag();
        var part = CompletedPart.builder().partNumber(1).eTag(tag).build();
        s3.completeMultipartUpload(complete ->
                complete.bucket(BUCKET).key(key).uploadId(id).multipartUpload(upload -> upload.parts(List.of(part))));
    }

    private int putWithoutSignature() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(engine.endpoint() + "/" + BUCKET + "/unsigned"))
                    .PUT(BodyPublishers.noBody())
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    /** Each request of these tests is one whole body: an engine that answers before the last chunk would close the connection. */
    private static final class NoChunks implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            assertThat(context.httpRequest().firstMatchingHeader("x-amz-decoded-content-length"))
                    .isEmpty();
        }
    }
}
