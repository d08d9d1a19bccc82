package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.aws.http.ProblemType;
import passby.core.hit.Caution;
import passby.core.hit.Hit;
import passby.core.retention.NonHitRetention;

/** A camera in flush mode whose test drive shows that it misreads: its alerts go silent, until somebody clears it. */
class HonestReaderJourneyIT {
    private static final String LISTED = "HWL5093/OH";
    private static final String MANAGER = "manager-osei";
    private static final String RECORDS = "records-zhou";
    private static final int FLOOR = 50;

    @Test
    void aCameraThatATestDriveFindsMisreadingPushesNothingUntilItIsCleared(@TempDir Path folder) throws Exception {
        try (var city = TestCity.inMemory(folder, NonHitRetention.FLUSH)) {
            var before = hit(city);
            enterDrive(city, 6);

            city.city().tickOfDay();
            var during = hit(city);
            var shown = registered(city).path("quarantinedSince");
            city.person(RECORDS)
                    .send("DELETE", quarantine(city), "application/json", new byte[0])
                    .isRefused(ProblemType.FORBIDDEN);
            city.person(MANAGER)
                    .send("DELETE", quarantine(city), "application/json", new byte[0])
                    .is(200);
            var after = hit(city);

            assertThat(before.isAdvisory()).isFalse();
            assertThat(shown.isTextual()).isTrue();
            assertThat(during.isAdvisory()).isTrue();
            assertThat(during.cautions()).containsExactly(Caution.CAMERA_QUARANTINED);
            assertThat(after.isAdvisory()).isFalse();
            assertThat(city.log()).doesNotContain("HWL5093");
        }
    }

    @Test
    void misreadsThatMayBeChanceSilenceNothingAndTheRateSaysSo(@TempDir Path folder) throws Exception {
        try (var city = TestCity.inMemory(folder, NonHitRetention.FLUSH)) {
            enterDrive(city, 5);

            city.city().tickOfDay();

            var rate = city.person(MANAGER)
                    .get("/v1/reading-quality")
                    .is(200)
                    .path("city")
                    .path("samples")
                    .path("rate");
            assertThat(rate.path("misread").asInt()).isEqualTo(5);
            assertThat(rate.path("low").asDouble()).isEqualTo(4.3);
            assertThat(registered(city).path("quarantinedSince").isNull()).isTrue();
            assertThat(hit(city).isAdvisory()).isFalse();
        }
    }

    /** Each in a pass of its own: the camera's frames are numbered. */
    private static Hit hit(TestCity city) throws Exception {
        return city.happenings()
                .done(city.send(SpellingRecognizer.frame(LISTED)))
                .hits()
                .getFirst();
    }

    private static void enterDrive(TestCity city, int wrong) throws Exception {
        var passes = new ArrayList<Map<String, String>>();
        for (var pass = 0; pass < FLOOR; pass++) {
            passes.add(Map.of(
                    "capturedAt",
                    city.clock().instant().toString(),
                    "state",
                    "OH",
                    "engine",
                    "container 1.2.2",
                    "label",
                    pass < wrong ? "wrong" : "right"));
        }
        var body = Map.of("cameraId", cameraId(city), "passes", List.copyOf(passes));
        assertThat(city.person(RECORDS)
                        .post("/v1/test-drives", body)
                        .is(201)
                        .path("passes")
                        .asInt())
                .isEqualTo(FLOOR);
    }

    private static JsonNode registered(TestCity city) throws Exception {
        return city.admin()
                .get("/v1/cameras")
                .is(200)
                .path("cameras")
                .valueStream()
                .filter(camera -> camera.path("cameraId").asText().equals(cameraId(city)))
                .findFirst()
                .orElseThrow();
    }

    private static String quarantine(TestCity city) {
        return "/v1/cameras/" + cameraId(city) + "/quarantine";
    }

    private static String cameraId(TestCity city) {
        return city.camera().tokens().key().cameraId();
    }
}
