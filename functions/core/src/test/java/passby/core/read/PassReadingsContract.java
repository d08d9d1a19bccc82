package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;
import passby.core.testing.Unique;

/** What every store of readings of passes does. */
public abstract class PassReadingsContract {
    private static final Instant LATER = NOW.plus(Duration.ofSeconds(150));

    private final Unique unique = new Unique();
    private final String pass = "cam-elm-" + unique.code();

    protected abstract PassReadings passes();

    private static PassReading reading(int frame, String raw) {
        var sure = new Confidence(0.875);
        var best = new Candidate(new Plate(raw), sure, Collections.nCopies(raw.length(), sure));
        return new PassReading("01JQ000000000000000000" + (1000 + frame) + "-1", NOW.plusMillis(frame), best);
    }

    @Test
    void eachFrameSeesWhatTheOthersReadAndItsOwn() {
        assertThat(passes().add(pass, reading(1, "MADEUP7"), LATER)).containsExactly(reading(1, "MADEUP7"));

        assertThat(passes().add(pass, reading(2, "MADEUP1"), LATER))
                .containsExactlyInAnyOrder(reading(1, "MADEUP7"), reading(2, "MADEUP1"));
    }

    @Test
    void aFrameThatIsDeliveredAgainSpeaksOnce() {
        passes().add(pass, reading(1, "MADEUP7"), LATER);

        assertThat(passes().add(pass, reading(1, "MADEUP7"), LATER)).hasSize(1);
    }

    @Test
    void passesAreApart() {
        passes().add(pass, reading(1, "MADEUP7"), LATER);

        assertThat(passes().add("cam-elm-" + unique.code(), reading(2, "MADEUP1"), LATER))
                .containsExactly(reading(2, "MADEUP1"));
    }

    @Test
    void aThousandFramesInOnePassLeaveNoMoreThanTheFirstOnes() {
        var last = new ArrayList<PassReading>();
        for (var frame = 0; frame < 1_000; frame++) {
            last.clear();
            last.addAll(passes().add(pass, reading(frame, "MADEUP7"), LATER));
        }

        assertThat(last).containsExactlyInAnyOrderElementsOf(first());
    }

    private static List<PassReading> first() {
        var readings = new ArrayList<PassReading>();
        for (var frame = 0; frame < PassReadings.MOST; frame++) {
            readings.add(reading(frame, "MADEUP7"));
        }
        return readings;
    }
}
