package passby.aws.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.core.quality.Judged;
import passby.core.quality.Verdict;

final class SamplesHandlerTest {
    private static final String SAMPLE = "/v1/samples/" + EdgeCity.SAMPLE.format();

    private final EdgeCity city = new EdgeCity();

    @Test
    void aSampleIsListedOpenedSeenAndLabelledOnce() {
        var listed = city.asRecordsOfficer(Call.get("/v1/samples"));
        var opened = city.asRecordsOfficer(Call.get(SAMPLE));
        var picture = city.asRecordsOfficer(
                Call.get(opened.json().path("pictures").path("plate").asText()));
        var labelled =
                city.asRecordsOfficer(Call.put(SAMPLE + "/label", "{\"label\":\"wrong\",\"legible\":\"3PSB007\"}"));
        var again = city.asRecordsOfficer(Call.put(SAMPLE + "/label", "{\"label\":\"right\"}"));

        assertThat(listed.json().path("samples").findValuesAsText("sampleId"))
                .containsExactly(EdgeCity.SAMPLE.format());
        assertThat(listed.body()).doesNotContain(EdgeCity.PLATE);
        assertThat(opened.json().path("plate").asText()).isEqualTo(EdgeCity.PLATE);
        assertThat(picture.status()).isEqualTo(200);
        assertThat(labelled.status()).isEqualTo(200);
        assertThat(labelled.json().path("label").asText()).isEqualTo("wrong");
        assertThat(labelled.body()).doesNotContain("3PSB007");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("state").asText()).isEqualTo("wrong");
    }

    @Test
    void aLabelBeforeItsPictureIsRefused() {
        var reply = city.asRecordsOfficer(Call.put(SAMPLE + "/label", "{\"label\":\"right\"}"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("picture-not-seen");
    }

    @Test
    void noRateIsToldBelowTheFloorAndTheIntervalStandsBesideOneAboveIt() {
        judge(Verdict.SAMPLE_RIGHT, 44);
        var below = city.asManager(Call.get("/v1/reading-quality")).json().path("city");
        judge(Verdict.SAMPLE_WRONG, 6);
        var above = city.asManager(Call.get("/v1/reading-quality")).json().path("city");

        assertThat(below.path("samples").path("n").asLong()).isEqualTo(44);
        assertThat(below.path("samples").path("rate").isNull()).isTrue();
        assertThat(below.path("samples").path("byState")).isEmpty();
        var rate = above.path("samples").path("rate");
        assertThat(rate.path("percent").asDouble()).isEqualTo(12.0);
        assertThat(rate.path("low").asDouble()).isEqualTo(5.6);
        assertThat(rate.path("high").asDouble()).isEqualTo(23.8);
        assertThat(above.path("samples").path("byHour").path(0).path("hour").asText())
                .isEqualTo("07");
        assertThat(above.path("samples").path("byEngine").path(0).path("engine").asText())
                .isEqualTo("container 1.2.2");
        assertThat(above.path("hits").path("n").asLong()).isZero();
    }

    private void judge(Verdict verdict, int times) {
        city.stores()
                .readings()
                .add(
                        Collections.nCopies(times, new Judged(EdgeCity.CAMERA, verdict, "CA", 7, "container 1.2.2")),
                        city.now());
    }

    @Test
    void aTestDriveIsRefusedWhereReadsAreStored() {
        var reply = city.asRecordsOfficer(Call.post(
                "/v1/test-drives",
                "{\"cameraId\":\"" + EdgeCity.CAMERA + "\",\"passes\":[{\"capturedAt\":\"" + city.now()
                        + "\",\"engine\":\"container 1.2.2\",\"label\":\"right\"}]}"));

        assertThat(reply.status()).isEqualTo(409);
    }
}
