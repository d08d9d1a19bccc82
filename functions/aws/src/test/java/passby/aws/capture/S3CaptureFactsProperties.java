package passby.aws.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import passby.core.capture.CaptureFacts;
import passby.core.capture.Position;

class S3CaptureFactsProperties {
    @Property(tries = 200)
    void whatIsWrittenIsRead(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @IntRange(max = 359) int heading,
            @ForAll @IntRange(max = 9999) int sequence) {
        var facts = new CaptureFacts(
                Instant.parse("2026-11-23T11:59:58.250Z").plusMillis(sequence),
                new Position(latitude, longitude),
                heading,
                "p_" + sequence,
                sequence);

        var read = S3CaptureFacts.read(S3CaptureFacts.write(facts));

        assertThat(read).contains(facts);
    }
}
