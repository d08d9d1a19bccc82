package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.testing.TestData;

final class UploadRequestTest {
    private static final String SHA_256 = "0123456789abcdef".repeat(4);

    private static Map<String, Object> frame() {
        return new HashMap<>(Map.of(
                "contentType",
                "image/jpeg",
                "contentLength",
                new BigDecimal(120_000),
                "sha256",
                SHA_256,
                "capturedAt",
                "2036-05-06T12:00:00Z"));
    }

    private static Checked<List<UploadRequest>> read(Object... frames) {
        return UploadRequest.parse(new Form(Map.of("uploads", List.of(frames))));
    }

    private static UploadRequest valid(Map<String, Object> frame) {
        var checked = read(frame);
        assertThat(checked).isInstanceOf(Checked.Valid.class);
        return ((Checked.Valid<List<UploadRequest>>) checked).value().getFirst();
    }

    private static void assertProblems(Checked<List<UploadRequest>> checked, String... problems) {
        assertThat(checked).isInstanceOf(Checked.Invalid.class);
        assertThat(((Checked.Invalid<List<UploadRequest>>) checked).problems())
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder(problems);
    }

    @Test
    void aFrameNeedsNoMoreThanItsBytesAndItsTime() {
        var request = valid(frame());

        assertThat(request).isEqualTo(new UploadRequest(120_000, SHA_256, new CaptureFacts(NOW, null, null, null, 0)));
    }

    @Test
    void aMobileCamerasFrameTellsWhereItWas() {
        var frame = frame();
        frame.putAll(Map.of(
                "latitude", new BigDecimal("38.25"),
                "longitude", new BigDecimal("-121.5"),
                "heading", new BigDecimal(359),
                "passId", "pass_7_A",
                "sequence", new BigDecimal(4)));

        assertThat(valid(frame).facts())
                .isEqualTo(new CaptureFacts(NOW, new Position(38.25, -121.5), 359, "pass_7_A", 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b-1", "-", "pass 7", "pass#7", "a2345678901234567890123456789012345678901"})
    void aPassIsNamedWithoutHyphens(String pass) {
        var frame = frame();
        frame.put("passId", pass);

        assertThat(read(frame)).isInstanceOf(Checked.Invalid.class);
        assertThatThrownBy(() -> TestData.factsOfPass(NOW, pass)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTimeIsCutToTheMillisecondThatKeysHold() {
        var frame = frame();
        frame.put("capturedAt", "2036-05-06T14:00:00.123999999+02:00");

        assertThat(valid(frame).facts().capturedAt()).isEqualTo(NOW.plusMillis(123));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "+12036-05-06T12:00:00Z",
                "1969-12-31T23:59:59Z",
                "9999-12-31T23:59:59-18:00",
                "2036-05-06",
                "2036-05-06T12:00:00",
                "now"
            })
    void aTimeThatNoCalendarOfOursHoldsIsMalformed(String time) {
        var frame = frame();
        frame.put("capturedAt", time);

        assertProblems(read(frame), "uploads[0].capturedAt malformed");
    }

    @Test
    void everythingThatIsWrongIsToldWithItsPlace() {
        var broken = frame();
        broken.put("contentType", "image/png");
        broken.put("contentLength", new BigDecimal((8 << 20) + 1));
        broken.put("sha256", SHA_256.toUpperCase(Locale.ROOT));
        broken.put("latitude", new BigDecimal("38.5"));
        broken.put("heading", new BigDecimal("12.5"));
        broken.put("passId", "../x");
        broken.put("sequence", new BigDecimal(-1));
        broken.put("plate", "7TST123");

        assertProblems(
                read(frame(), broken, Map.of()),
                "uploads[1].contentType malformed",
                "uploads[1].contentLength out-of-range",
                "uploads[1].sha256 malformed",
                "uploads[1].longitude missing",
                "uploads[1].heading out-of-range",
                "uploads[1].passId malformed",
                "uploads[1].sequence out-of-range",
                "uploads[1].plate unknown",
                "uploads[2].contentType missing",
                "uploads[2].contentLength missing",
                "uploads[2].sha256 missing",
                "uploads[2].capturedAt missing");
    }

    @Test
    void aFrameOfExactlyTheLimitIsTaken() {
        var frame = frame();
        frame.put("contentLength", new BigDecimal(8 << 20));

        assertThat(valid(frame).length()).isEqualTo(8 << 20);
    }

    @Test
    void aBatchIsAHundredFramesAtMost() {
        assertThat(read(Collections.nCopies(100, frame()).toArray())).isInstanceOf(Checked.Valid.class);
        assertProblems(read(Collections.nCopies(101, frame()).toArray()), "uploads out-of-range");
        assertProblems(read(), "uploads out-of-range");
    }
}
