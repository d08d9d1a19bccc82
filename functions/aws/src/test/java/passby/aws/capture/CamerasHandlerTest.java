package passby.aws.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.testing.Call;
import passby.aws.testing.CameraSigner;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.GoodCalls;
import passby.aws.testing.Reply;

final class CamerasHandlerTest {
    private final EdgeCity city = new EdgeCity();

    @Test
    void aRegisteredCameraIsInTheRegistry() {
        var registered = send("registerCamera");

        var registry = send("viewCameras");

        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.json().path("retiredAt").isNull()).isTrue();
        assertThat(registry.json().path("cameras").findValuesAsText("cameraId"))
                .containsExactly(
                        EdgeCity.OPTED_IN_CAMERA,
                        EdgeCity.QUARANTINED_CAMERA,
                        EdgeCity.SHOPS_CAMERA,
                        EdgeCity.SUSPENDED_CAMERA,
                        EdgeCity.CAMERA,
                        "oak-first-s");
    }

    @Test
    void aPrivateOwnerOptsInAndWithdraws() {
        assertThat(send("optInCamera").json().path("ownership").asText()).isEqualTo("private-opted-in");
        assertThat(send("optInCamera").status()).isEqualTo(409);
        assertThat(send("optOutCamera").json().path("ownership").asText()).isEqualTo("private");
    }

    @Test
    void whereACameraWritesIntoItsFramesIsChanged() {
        var reply = send("changeCaptions");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("captions")).hasSize(1);
    }

    private JsonNode seen(String cameraId) {
        return send("viewCameras")
                .json()
                .path("cameras")
                .valueStream()
                .filter(camera -> camera.path("cameraId").asText().equals(cameraId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSuspendedCameraTellsSinceWhen() {
        var reply = send("suspendCamera");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("suspendedSince").asText())
                .isEqualTo(city.now().toString());
    }

    @Test
    void aResumedCameraIsSuspendedNoMore() {
        var reply = send("resumeCamera");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("suspendedSince").isNull()).isTrue();
        assertThat(send("resumeCamera").status()).isEqualTo(409);
    }

    @Test
    void aCameraInQuarantineTellsSinceWhenAndIsClearedOnce() {
        var clearing = Call.delete("/v1/cameras/" + EdgeCity.QUARANTINED_CAMERA + "/quarantine");
        var before = seen(EdgeCity.QUARANTINED_CAMERA);

        var reply = city.asManager(clearing);

        assertThat(before.path("quarantinedSince").asText())
                .isEqualTo(city.now().toString());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("quarantinedSince").isNull()).isTrue();
        assertThat(reply.json().path("quarantineClearedAt").asText())
                .isEqualTo(city.now().toString());
        assertThat(city.asManager(clearing).status()).isEqualTo(409);
    }

    @Test
    void aDirtyLensIsSeenInTheRegistry() {
        city.stores().illegible().add(EdgeCity.CAMERA, Map.of("blurred", 40L, "hidden", 2L), city.now());

        var camera = seen(EdgeCity.CAMERA);

        assertThat(camera.path("illegibleToday").path("blurred").asLong()).isEqualTo(40);
        assertThat(camera.path("illegibleToday").path("hidden").asLong()).isEqualTo(2);
        assertThat(camera.path("illegibleYesterday")).isEmpty();
    }

    @Test
    void aSuspensionFromTheFutureIsRefused() {
        var later = "{\"since\":\"" + city.now().plusSeconds(1) + "\"}";

        var reply = city.asAdmin(Call.put("/v1/cameras/" + EdgeCity.CAMERA + "/suspension", later));

        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void anIdIsGivenOnce() {
        send("registerCamera");

        var again = send("registerCamera");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("conflict");
    }

    @Test
    void anAddedKeyStandsBehindTheOldOne() {
        var reply = send("addCameraKey");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("keys").findValuesAsText("kid")).containsExactly("key-1", "key-2");
        assertThat(send("addCameraKey").status()).isEqualTo(409);
    }

    @Test
    void aCameraRetiresOnce() {
        var reply = send("retireCamera");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("retiredAt").asText()).isEqualTo(city.now().toString());
        assertThat(send("retireCamera").status()).isEqualTo(409);
    }

    @Test
    void aCameraThatIsNotThereIsNotFound() {
        var key = "{\"kid\":\"key-2\",\"publicKey\":\"" + new CameraSigner("key-2").publicKey() + "\"}";

        assertThat(city.asAdmin(Call.post("/v1/cameras/oak-first-s/keys", key)).status())
                .isEqualTo(404);
        assertThat(city.asAdmin(Call.post("/v1/cameras/oak-first-s/retirement", ""))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPrivateKeyIsNoPublicOne() {
        var key = "{\"kid\":\"key-2\",\"publicKey\":\"MC4CAQAwBQYDK2VwBCIEIA\"}";

        var reply = city.asAdmin(Call.post("/v1/cameras/" + EdgeCity.CAMERA + "/keys", key));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("problems").get(0).path("field").asText()).isEqualTo("publicKey");
        assertThat(reply.body()).doesNotContain("MC4CAQ");
    }

    private Reply send(String operation) {
        return city.asAdmin(GoodCalls.of(city).getOrDefault(operation, Call.get("/")));
    }
}
