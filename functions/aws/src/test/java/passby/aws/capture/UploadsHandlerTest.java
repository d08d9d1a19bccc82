package passby.aws.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.GoodCalls;
import passby.core.ledger.Count;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;

final class UploadsHandlerTest {
    private final EdgeCity city = new EdgeCity();

    @Test
    void eachFrameGetsItsAnswerInItsPlace() {
        var body = "{\"uploads\":[" + GoodCalls.upload(city, Duration.ZERO) + ","
                + GoodCalls.upload(city, Duration.ofDays(31)) + "," + GoodCalls.upload(city, Duration.ofHours(1))
                + "]}";

        var reply = city.asCamera(Call.post("/v1/uploads", body));

        var uploads = reply.json().path("uploads");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(uploads).hasSize(3);
        assertThat(uploads.get(0).path("url").asText()).contains(EdgeCity.CAMERA);
        assertThat(uploads.get(0).path("headers").path("content-type").asText()).isEqualTo("image/jpeg");
        assertThat(uploads.get(1).path("refused").asText()).isEqualTo("too-late");
        assertThat(uploads.get(2).has("uploadId")).isTrue();
    }

    @Test
    void aBatchOfLateFramesIsTooLate() {
        var reply = city.asCamera(Call.post("/v1/uploads", GoodCalls.uploads(city, Duration.ofDays(31))));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("too-late");
        assertThat(city.stores().counters().total(Count.UPLOAD_REFUSED)).isEqualTo(1);
    }

    @Test
    void framesBeyondTheBoundOfTheMinuteAreToldSoAndABatchOfThemHasToWait() {
        city.stores()
                .policyDocuments()
                .put(TestData.withCameraUploadRate(TestData.policy(2, NonHitRetention.DAYS_30), 1));
        var two = "{\"uploads\":[" + GoodCalls.upload(city, Duration.ZERO) + "," + GoodCalls.upload(city, Duration.ZERO)
                + "]}";

        var first = city.asCamera(Call.post("/v1/uploads", two));
        var second = city.asCamera(Call.post("/v1/uploads", GoodCalls.uploads(city, Duration.ZERO)));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("uploads").get(0).has("url")).isTrue();
        assertThat(first.json().path("uploads").get(1).path("refused").asText()).isEqualTo("too-many");
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.problem()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(second.header("Retry-After"))).isBetween(1, 61);
        assertThat(city.stores().counters().total(Count.REQUEST_THROTTLED)).isOne();
        assertThat(city.stores().counters().total(Count.UPLOAD_REFUSED)).isEqualTo(2);
    }

    @Test
    void aBatchThatIsWrongIsRefusedAsAWholeAndCounted() {
        var body = "{\"uploads\":[" + GoodCalls.upload(city, Duration.ZERO) + ",{\"contentType\":\"image/png\"}]}";

        var reply = city.asCamera(Call.post("/v1/uploads", body));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("problems").findValuesAsText("field"))
                .contains("uploads[1].contentType", "uploads[1].sha256", "uploads[1].capturedAt");
        assertThat(city.stores().counters().total(Count.UPLOAD_REFUSED)).isEqualTo(1);
    }

    @Test
    void aReadOfTheCameraIsTakenAndALateOneIsNot() {
        var late = GoodCalls.read(city, "4TST002").replace(city.now().toString(), "2030-01-01T00:00:00Z");
        var body = "{\"reads\":[" + GoodCalls.read(city, "7TST123") + "," + late + "]}";

        var reply = city.asCamera(Call.post("/v1/reads", body));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("reads").get(0).has("uploadId")).isTrue();
        assertThat(reply.json().path("reads").get(1).path("refused").asText()).isEqualTo("too-late");
        assertThat(city.stores().uploads().keys()).singleElement().asString().endsWith(".json");
        assertThat(city.stores().counters().total(Count.READ_POSTED)).isOne();
    }

    @Test
    void aThousandReadsInOneRequestAreRefusedAndCounted() {
        var reads = String.join(",", Collections.nCopies(1000, GoodCalls.read(city, "7TST123")));

        var reply = city.asCamera(Call.post("/v1/reads", "{\"reads\":[" + reads + "]}"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(city.stores().uploads().keys()).isEmpty();
        assertThat(city.stores().counters().total(Count.UPLOAD_REFUSED)).isOne();
    }

    @Test
    void aBodyBeyondTheBoundIsTooLarge() {
        var body = "{\"reads\":[" + " ".repeat(257 << 10) + "]}";

        assertThat(city.asCamera(Call.post("/v1/reads", body)).status()).isEqualTo(413);
    }

    @Test
    void anUploadAnswersWhileItsTokenIsNewAndNeverAgain() {
        var call = Call.post("/v1/uploads", GoodCalls.uploads(city, Duration.ZERO));
        var sent = call.withToken(city.cameraToken(call));

        assertThat(city.send(sent).status()).isEqualTo(201);
        assertThat(city.send(sent).status()).isEqualTo(401);
    }

    @Test
    void anotherBodyThanTheTokenPromisesIsRefused() {
        var call = Call.post("/v1/uploads", GoodCalls.uploads(city, Duration.ZERO));
        var sent = call.withToken(city.cameraToken(call)).withBody(call.body() + " ");

        assertThat(city.send(sent).status()).isEqualTo(401);
    }
}
