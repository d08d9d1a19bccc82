package passby.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class S3EventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StoredObject OBJECT = new StoredObject(
            "passby-uploads-example",
            "u/7/202611231200/camera 1 ü/01KAR2V4X6M0S9QK3P5T8B1CDE.jpg",
            148213,
            "d41d8cd98f00b204e9800998ecf8427e",
            Instant.parse("2026-11-23T12:00:04.120Z"),
            StoredObject.How.PUT);

    @Test
    void anEventIsTheOneThatS3SendsExceptForWhatOnlyS3Knows() throws Exception {
        var genuine = genuine("s3-object-created.json");
        var ours = JSON.readTree(S3Events.created(OBJECT));

        copy(ours, genuine, "/Records/0/userIdentity", "principalId");
        copy(ours, genuine, "/Records/0/requestParameters", "sourceIPAddress");
        copy(ours, genuine, "/Records/0/responseElements", "x-amz-request-id");
        copy(ours, genuine, "/Records/0/responseElements", "x-amz-id-2");
        copy(ours, genuine, "/Records/0/s3", "configurationId");
        copy(ours, genuine, "/Records/0/s3/bucket/ownerIdentity", "principalId");
        copy(ours, genuine, "/Records/0/s3/object", "sequencer");

        assertThat(ours.toPrettyString()).isEqualTo(genuine.toPrettyString());
    }

    @Test
    void aTestEventIsTheOneThatS3Sends() throws Exception {
        var genuine = genuine("s3-test-event.json");
        var ours = JSON.readTree(S3Events.test("passby-uploads-example", Instant.parse("2026-11-23T11:58:31.007Z")));

        copy(ours, genuine, "", "RequestId");
        copy(ours, genuine, "", "HostId");

        assertThat(ours.toPrettyString()).isEqualTo(genuine.toPrettyString());
    }

    @Test
    void theMomentKeepsItsMillisecondsEvenWhenTheyAreZero() {
        var onTheSecond = new StoredObject(
                "b", "k", 1, "e", Instant.parse("2026-11-23T12:00:04Z"), StoredObject.How.COMPLETE_MULTIPART_UPLOAD);

        assertThat(S3Events.created(onTheSecond))
                .contains("\"eventTime\":\"2026-11-23T12:00:04.000Z\"", "ObjectCreated:CompleteMultipartUpload");
    }

    @Test
    void theSecondTellingOfAnObjectIsTheSameMessage() {
        assertThat(S3Events.created(OBJECT)).isEqualTo(S3Events.created(OBJECT));
    }

    private static void copy(JsonNode from, JsonNode to, String place, String field) {
        ((ObjectNode) to.at(place)).set(field, from.at(place).required(field));
    }

    private static JsonNode genuine(String file) throws IOException {
        try (var in = S3EventsTest.class.getResourceAsStream("/events/" + file)) {
            return JSON.readTree(in);
        }
    }
}
