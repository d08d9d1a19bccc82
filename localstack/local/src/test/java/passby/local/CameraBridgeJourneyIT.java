package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.aws.http.ProblemType;
import passby.core.hotlist.Category;
import passby.local.bridge.BridgeServer;
import passby.local.bridge.CameraBridge;
import passby.local.springfield.Springfield;

/** Cameras of other makers post what they read to the bridge, and the bridge hands it to the city under the camera's key. */
@ExtendWith(SharedCity.class)
class CameraBridgeJourneyIT {
    private static final Path POSTS = Path.of("../../events/cameras");

    private final HttpClient http = HttpClient.newHttpClient();

    private BridgeServer bridge(TestCity city, String camera) throws IOException {
        var key = city.folder().resolve("cameras").resolve("cam-elm-1st.key");
        return CameraBridge.start(
                List.of(
                        "--api",
                        city.city().api().toString(),
                        "--city",
                        Springfield.CITY_ID,
                        "--camera",
                        camera + "=" + key,
                        "--listen",
                        "127.0.0.1:0"),
                http);
    }

    private int post(BridgeServer bridge, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bridge.port() + "/"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    /** The maker's message with another plate, now. */
    private static String message(TestCity city, String file, String plate) throws IOException {
        var now = city.clock().instant();
        return Files.readString(POSTS.resolve(file + ".json"))
                .replace("KRT4827", plate)
                .replace("krt4827", plate)
                .replace("1795435200000", String.valueOf(now.toEpochMilli()))
                .replace("1795435200.0", now.getEpochSecond() + ".0")
                .replace("2026-11-23T12:00:00.123456Z", now.toString());
    }

    private static void list(TestCity city, String plate) throws InterruptedException {
        var entry = Springfield.entry(
                plate, "IL", Category.STOLEN_VEHICLE, city.clock().instant());
        city.officer().post("/v1/hot-list-entries", entry).is(201);
    }

    private static JsonNode nextAlert(TestCity city, int before) throws Exception {
        Patience.until("an alert", () -> city.happenings().alerts().size() > before);
        return city.alerts().get(before);
    }

    @ParameterizedTest
    @CsvSource({
        "openalpr-group, 1414799424, CBJ7701, exact, camera:openalpr",
        "platerecognizer, elm-north, CBJ7702, exact, camera:platerecognizer",
        "axis-new, B8A44F000001, CBJ7703, exact, camera:axis-lpv",
        "frigate-lpr, elm_street, CBJ7704, state-unknown, camera:frigate",
    })
    void whatACameraReadItselfIsAdvisoryAndMarkedWithItsEngine(
            String file, String camera, String plate, String match, String engine, TestCity city) throws Exception {
        list(city, plate);
        var before = city.alerts().size();

        try (var bridge = bridge(city, camera)) {
            assertThat(post(bridge, message(city, file, plate))).isEqualTo(200);
        }

        var alert = nextAlert(city, before);
        assertThat(alert.path("advisory").asBoolean()).isTrue();
        assertThat(alert.path("match").asText()).isEqualTo(match);
        var hit = city.officer().get("/v1/hits/" + alert.path("hitId").asText()).is(200);
        assertThat(hit.at("/cautions/0").asText()).isEqualTo("no-picture");
        assertThat(hit.at("/sighting/cameraId").asText()).isEqualTo("cam-elm-1st");
        Patience.until(
                "the read of " + engine, () -> city.happenings().engines().contains(engine));
    }

    @Test
    void aHitWithoutAPictureIsRejectedAndNotMatched(TestCity city) throws Exception {
        list(city, "CBJ7705");
        var before = city.alerts().size();
        try (var bridge = bridge(city, "elm_street")) {
            post(bridge, message(city, "frigate-lpr", "CBJ7705"));
        }
        var hit = "/v1/hits/" + nextAlert(city, before).path("hitId").asText();
        var officer = city.officer();

        officer.get(hit + "/pictures/plate").isRefused(ProblemType.NOT_FOUND);
        officer.post(hit + "/steps", Map.of("step", "image-matched")).isRefused(ProblemType.CONFLICT);
        officer.post(hit + "/steps", Map.of("step", "rejected", "reason", "misread"))
                .is(201);
    }

    @Test
    void aPictureThatAMakerSendsIsReadByTheCityItself(TestCity city) throws Exception {
        list(city, "CBJ7706");
        var before = city.alerts().size();
        var picture = Base64.getEncoder().encodeToString(SpellingRecognizer.frame("CBJ7706/IL"));
        var message = message(city, "openalpr-group", "CBJ0000")
                .replaceFirst("\\{", "{\"vehicle_crop_jpeg\":\"" + picture + "\",");

        try (var bridge = bridge(city, "1414799424")) {
            assertThat(post(bridge, message)).isEqualTo(200);
        }

        var alert = nextAlert(city, before);
        assertThat(alert.path("advisory").asBoolean()).isFalse();
        Patience.until("the read", () -> city.happenings().plates().contains("CBJ7706"));
        assertThat(city.happenings().plates()).doesNotContain("CBJ0000");
    }

    @Test
    void aCameraOfAnotherNameIsNotSpokenFor(TestCity city) throws Exception {
        try (var bridge = bridge(city, "elm_street")) {
            assertThat(post(bridge, message(city, "openalpr-group", "CBJ7707"))).isEqualTo(404);
        }
    }
}
