package passby.aws.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.capture.CaptureFacts;
import passby.core.capture.Position;

class S3CaptureFactsTest {
    private static final CaptureFacts FACTS =
            new CaptureFacts(Instant.parse("2026-11-23T11:59:58.250Z"), new Position(38.5, -121.25), 270, "pass_7", 3);

    @Test
    void factsThatACameraDidNotSendAreLeftOut() {
        var facts = new CaptureFacts(FACTS.capturedAt(), null, null, null, 0);

        var written = S3CaptureFacts.write(facts);

        assertThat(written).containsOnlyKeys("captured-at", "sequence");
        assertThat(S3CaptureFacts.read(written)).contains(facts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"captured-at", "sequence", "latitude", "longitude"})
    void aFactThatMustBeThereIsMissed(String name) {
        var metadata = new TreeMap<>(S3CaptureFacts.write(FACTS));
        metadata.remove(name);

        var read = S3CaptureFacts.read(metadata);

        assertThat(read).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "captured-at, yesterday",
        "captured-at, 2026-11-23T11:59:58.250+00:00",
        "sequence, 03",
        "sequence, three",
        "sequence, 99999999999",
        "latitude, 91.0",
        "latitude, NaN",
        "latitude, 38.50",
        "latitude, 0x1p3",
        "longitude, 1e2",
        "longitude, 181.0",
        "heading, +270",
        "heading, north",
        "pass, b-1",
        "pass, b 1",
        "more, 1"
    })
    void whatWeNeverWriteIsNobodysUpload(String name, String value) {
        var metadata = new TreeMap<>(S3CaptureFacts.write(FACTS));
        metadata.put(name, value);

        var read = S3CaptureFacts.read(metadata);

        assertThat(read).isEmpty();
    }

    @Test
    void anObjectWithoutMetadataIsNobodysUpload() {
        var read = S3CaptureFacts.read(Map.of());

        assertThat(read).isEmpty();
    }
}
