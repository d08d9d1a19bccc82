package passby.local.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.picture.Jpeg;

class WebhooksTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Jpeg PICTURE = new Jpeg(new byte[] {(byte) 0xff, (byte) 0xd8, '\r', '\n', '-', '-', 1, 2});

    private static Webhook.Seen seen(String body) {
        return (Webhook.Seen) Posts.parse(body);
    }

    private static void assertMalformed(String body) {
        assertThatThrownBy(() -> Posts.parse(body))
                .isInstanceOf(Webhook.Malformed.class)
                .hasMessageNotContaining("KRT");
    }

    private static List<String> texts(Webhook.SeenPlate plate) {
        return plate.texts().stream().map(text -> text.plate().raw()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "openalpr-group, 1414799424, openalpr, 4.1.9, 0.92075203, ingfield_elm_cam1414799424_1795435200750",
        "platerecognizer, elm-north, platerecognizer, unstated, 0.904, shots_26_11_23_12_00_00_123456_jpg",
        "axis-new, B8A44F000001, axis-lpv, unstated, 0.8688, B8A44F000001_1327",
        "frigate-lpr, elm_street, frigate, unstated, 0.933451, 1795435195_475377_mxklsc",
        "frigate-event-end, elm_street, frigate, unstated, 0.933451, 1795435195_475377_mxklsc",
    })
    void eachMakersMessageIsUnderstood(
            String file, String camera, String engine, String version, double confidence, String pass) {
        var seen = seen(Posts.of(file));

        assertThat(seen.camera()).isEqualTo(camera);
        assertThat(seen.engine()).isEqualTo(new Webhook.Engine(engine, version));
        assertThat(seen.capturedAt()).isBetween(NOON, NOON.plusSeconds(1));
        assertThat(seen.pass()).endsWith(pass).matches("[A-Za-z0-9_]{1,40}");
        assertThat(texts(seen.plates().getFirst())).first().isEqualTo("KRT4827");
        assertThat(seen.plates().getFirst().texts().getFirst().confidence()).isEqualTo(confidence);
        assertThat(seen.picture()).isNull();
    }

    @Test
    void otherTextsThatAMakerThoughtOfComeToo() {
        assertThat(texts(seen(Posts.of("openalpr-group")).plates().getFirst()))
                .containsExactly("KRT4827", "KRT48Z7", "KR74827");
    }

    @ParameterizedTest
    @CsvSource({"openalpr-group, 0.8825", "platerecognizer, 0.81", "axis-new, 0.8688"})
    void aMakersStateIsTheCitys(String file, double confidence) {
        assertThat(seen(Posts.of(file)).plates().getFirst().state()).isEqualTo(new Webhook.State("IL", confidence));
    }

    @Test
    void thePlateOfAnotherCountryHasNoState() {
        var canadian = Posts.of("openalpr-group").replace("us-il", "ca-qc");

        assertThat(seen(canadian).plates().getFirst().state()).isNull();
        assertThat(seen(Posts.of("frigate-lpr")).plates().getFirst().state()).isNull();
    }

    @Test
    void aFrameOfTwoVehiclesIsTwoPlates() {
        var seen = seen(Posts.of("openalpr-results"));

        assertThat(seen.plates()).extracting(plate -> texts(plate).getFirst()).containsExactly("KRT4827", "9KZX418");
        assertThat(seen.plates().getLast().state()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openalpr-heartbeat", "axis-lost", "frigate-event-update"})
    void whatRepeatsOrTellsNothingIsNotSent(String file) {
        assertThat(Posts.parse(Posts.of(file))).isEqualTo(new Webhook.Nothing());
    }

    @Test
    void aPictureInsideTheMessageIsTaken() {
        var base64 = Base64.getEncoder().encodeToString(PICTURE.bytes());
        var group = Posts.of("openalpr-group").replaceFirst("\\{", "{\"vehicle_crop_jpeg\":\"" + base64 + "\",");
        var axis = Posts.of("axis-new").replaceFirst("\\{", "{\"imageArray\":\"" + base64 + "\",");

        assertThat(seen(group).picture()).isEqualTo(PICTURE);
        assertThat(seen(axis).picture()).isEqualTo(PICTURE);
    }

    @ParameterizedTest
    @CsvSource({"platerecognizer, json, upload", "axis-new, event, image"})
    void aPictureBesideTheMessageIsTaken(String file, String message, String picture) {
        var body = new ByteArrayOutputStream();
        part(body, message, Posts.of(file).getBytes(StandardCharsets.UTF_8));
        part(body, picture, PICTURE.bytes());
        body.writeBytes("--b0undary--\r\n".getBytes(StandardCharsets.UTF_8));

        var seen = (Webhook.Seen) Webhooks.parse("multipart/form-data; boundary=b0undary", body.toByteArray());

        assertThat(Objects.requireNonNull(seen.picture())).isEqualTo(PICTURE);
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] bytes) {
        body.writeBytes(("--b0undary\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"f\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b0undary",
                "--b0undary\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n{}",
                "--b0undary\r\n\r\n{}\r\n--b0undary--",
                "--other\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n{}\r\n--other--",
                "--b0undary--"
            })
    void partsThatAreCutOffOrNamelessAreRefused(String body) {
        assertThatThrownBy(() ->
                        Webhooks.parse("multipart/form-data; boundary=b0undary", body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Webhook.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"plate\":\"KRT4827\"}",
                "<xml>KRT4827</xml>",
                "{\"data_type\":\"alpr_group\"",
                "{\"data_type\":\"alpr_group\",\"data_type\":\"heartbeat\"}",
                "{\"data_type\":\"something\"}",
                "{\"type\":\"lpr\"}"
            })
    void whatNoMakerWritesIsRefused(String body) {
        assertMalformed(body);
    }

    @Test
    void aMessageThatIsNestedTooDeepIsRefused() {
        assertMalformed("{\"a\":".repeat(100) + "1" + "}".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KRT48271234", "", "<b>KRT4827</b>", "KRT4827\\u0000", "KRT'; DROP"})
    void aTextThatIsNoPlateIsRefused(String plate) {
        assertMalformed(Posts.of("openalpr-group")
                .replace("\"best_plate_number\": \"KRT4827\"", "\"best_plate_number\": \"" + plate + "\""));
        assertMalformed(Posts.of("frigate-lpr").replace("KRT4827", plate));
        assertMalformed(Posts.of("axis-new").replace("KRT4827", plate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.5", "\"high\"", "1e400", "null", "{}"})
    void aConfidenceThatIsNoShareIsRefused(String confidence) {
        assertMalformed(Posts.of("openalpr-group")
                .replace("\"best_confidence\": 92.075203", "\"best_confidence\": " + confidence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"noon\"", "null", "{}", "1e300"})
    void aTimeThatCannotBeIsRefused(String time) {
        assertMalformed(
                Posts.of("openalpr-group").replace("\"epoch_start\": 1795435200000", "\"epoch_start\": " + time));
    }

    @Test
    void aTimeWithoutAZoneIsRefused() {
        assertMalformed(Posts.of("platerecognizer").replace("12:00:00.123456Z", "12:00:00.123456"));
    }

    @Test
    void aThousandPlatesInOneMessageAreRefused() {
        var result = "{\"plate\":\"KRT4827\",\"score\":0.9},";
        var message =
                "{\"hook\":{\"id\":\"elm\"},\"data\":{\"camera_id\":\"elm\",\"timestamp\":\"2026-11-23T12:00:00Z\","
                        + "\"results\":[" + result.repeat(999) + "{\"plate\":\"KRT4827\",\"score\":0.9}]}}";

        assertMalformed(message);
    }

    @Test
    void whatIsUnderstoodDoesNotPrintItsPlates() {
        assertThat(seen(Posts.of("openalpr-group")).toString()).doesNotContain("KRT4827");
    }
}
