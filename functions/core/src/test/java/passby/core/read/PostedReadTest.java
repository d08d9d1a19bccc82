package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.capture.CaptureFacts;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.recognition.Engine;
import passby.core.testing.ARead;

final class PostedReadTest {
    private static final Engine ENGINE = new Engine("camera:openalpr", "4.1.9");

    private static Map<String, Object> body() {
        return new HashMap<>(Map.of(
                "capturedAt",
                "2036-05-06T12:00:00Z",
                "candidates",
                List.of(candidate("7TST123", "0.93")),
                "engine",
                "openalpr",
                "engineVersion",
                "4.1.9"));
    }

    private static Map<String, Object> candidate(String plate, String confidence) {
        return Map.of("plate", plate, "confidence", new BigDecimal(confidence));
    }

    private static Checked<List<PostedRead>> parse(List<?> reads) {
        return PostedRead.parse(new Form(Map.of("reads", reads)));
    }

    private static void assertProblem(Map<String, Object> body, String field) {
        var checked = parse(List.of(body));

        assertThat(checked).isInstanceOf(Checked.Invalid.class);
        assertThat(((Checked.Invalid<List<PostedRead>>) checked).problems())
                .extracting(Problem::field)
                .contains("reads[0]." + field);
    }

    @Test
    void aReadNamesItsTextsItsStateAndItsEngine() {
        var body = body();
        body.put("state", Map.of("code", "CA", "confidence", new BigDecimal("0.8")));

        var read =
                ((Checked.Valid<List<PostedRead>>) parse(List.of(body))).value().getFirst();

        assertThat(read)
                .isEqualTo(new PostedRead(
                        new CaptureFacts(NOW, null, null, null, 0),
                        List.of(ARead.candidate("7TST123", 0.93)),
                        new IssuingState.Issued("CA", new Confidence(0.8)),
                        ENGINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7TST1234567", "7tst123", "<b>7TST</b>", "7TST 123", "\u0417TST123"})
    void aTextThatIsNoPlateIsRefused(String plate) {
        var body = body();
        body.put("candidates", List.of(candidate(plate, "0.93")));

        assertProblem(body, "candidates[0].plate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1.01", "93"})
    void aConfidenceThatIsNoShareIsRefused(String confidence) {
        var body = body();
        body.put("candidates", List.of(candidate("7TST123", confidence)));

        assertProblem(body, "candidates[0].confidence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"california", "C", "ca", "<>"})
    void aStateThatIsNotTwoLettersIsRefused(String code) {
        var body = body();
        body.put("state", Map.of("code", code, "confidence", BigDecimal.ONE));

        assertProblem(body, "state.code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "camera:openalpr", "Rekognition", "<script>", "0123456789012345678901234"})
    void anEngineHasAPlainName(String engine) {
        var body = body();
        body.put("engine", engine);

        assertProblem(body, "engine");
    }

    @Test
    void theReadOfAnotherCameraCannotBePosted() {
        var body = body();
        body.put("cameraId", "cam-oak");

        assertProblem(body, "cameraId");
    }

    @Test
    void moreReadsThanOneRequestHoldsAreRefusedAsAWhole() {
        assertThat(parse(Collections.nCopies(PostedRead.MAX_BATCH, body()))).isInstanceOf(Checked.Valid.class);
        assertThat(parse(Collections.nCopies(PostedRead.MAX_BATCH + 1, body()))).isInstanceOf(Checked.Invalid.class);
        assertThat(parse(Collections.nCopies(1000, body()))).isInstanceOf(Checked.Invalid.class);
    }

    @Test
    void noReadPassesForOneOfTheCitysEngines() {
        var read = ARead.candidate("7TST123", 1);
        var facts = new CaptureFacts(NOW, null, null, null, 0);

        assertThatThrownBy(() ->
                        new PostedRead(facts, List.of(read), IssuingState.UNKNOWN, new Engine("rekognition", "1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
