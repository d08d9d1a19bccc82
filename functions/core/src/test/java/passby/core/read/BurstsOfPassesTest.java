package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.factsOfPass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.hit.Alert;
import passby.core.hit.Hit;
import passby.core.plate.IssuingState;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.TestData;

/** Many passes at once, their frames out of order and delivered more than once, as a queue may bring them. */
final class BurstsOfPassesTest {
    private static final int PASSES = 1_000;
    private static final int BURST = 50;
    private static final int LISTED_EACH = 10;

    /** One frame of a pass on its way. */
    private record Frame(String key, Instant receivedAt) {}

    private final UploadLine line = new UploadLine(TestData.policy(NonHitRetention.DAYS_7));

    private static String plate(int pass) {
        return "7TST%03d".formatted(pass);
    }

    private static boolean isListed(int pass) {
        return pass % LISTED_EACH == 0;
    }

    /** One to four frames; the state is read in the last of them alone. */
    private List<Frame> frames(int pass, Random random) {
        var frames = new ArrayList<Frame>();
        var count = 1 + random.nextInt(4);
        for (var i = 0; i < count; i++) {
            var capturedAt = line.clock.instant().plusMillis(40L * i);
            var state = i == count - 1 ? CALIFORNIA : IssuingState.UNKNOWN;
            var key = line.upload(factsOfPass(capturedAt, String.valueOf(pass)), reading(plate(pass), state));
            frames.add(new Frame(key, capturedAt));
        }
        return frames;
    }

    /** Each frame once, and one in three a second time, of which every other one with its upload still there. */
    private void deliver(List<Frame> frames, Random random) {
        var deliveries = new ArrayList<>(frames);
        frames.stream().filter(frame -> random.nextInt(3) == 0).forEach(deliveries::add);
        Collections.shuffle(deliveries, random);
        for (var frame : deliveries) {
            if (random.nextBoolean()) {
                line.bringBack(frame.key());
            }
            line.handle(frame.key(), frame.receivedAt());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyListedPassOfAThousandAlertsOnceWithSoundAndNoOtherAlerts(long seed) {
        var random = new Random(seed);
        for (var pass = 0; pass < PASSES; pass += LISTED_EACH) {
            line.city.hotLists().put(AHotListEntry.of("r" + pass, plate(pass)).build());
        }

        for (var first = 0; first < PASSES; first += BURST) {
            var burst = new ArrayList<Frame>();
            for (var pass = first; pass < first + BURST; pass++) {
                burst.addAll(frames(pass, random));
            }
            deliver(burst, random);
            line.clock.set(line.clock.instant().plusSeconds(5));
        }

        var pushed = line.city.alerts().published().stream()
                .filter(alert -> !alert.advisory())
                .map(Alert::hitId)
                .toList();
        var hits = line.city.hits().all();
        assertThat(pushed).doesNotHaveDuplicates().hasSize(PASSES / LISTED_EACH);
        assertThat(hits).extracting(Hit::hitId).containsExactlyInAnyOrderElementsOf(pushed);
        assertThat(hits).noneMatch(Hit::isAdvisory);
        assertThat(hits)
                .extracting(hit -> hit.sighting().plate().raw())
                .doesNotHaveDuplicates()
                .allMatch(plate -> isListed(Integer.parseInt(plate.substring(4))));
        assertThat(line.city.hits().pending()).isEmpty();
    }

    @Test
    void aThousandFramesOfOnePassAlertOnce() {
        line.city.hotLists().put(AHotListEntry.of("r1", plate(1)).build());

        for (var i = 0; i < 1_000; i++) {
            var capturedAt = NOW.plusMillis(20L * i);
            var key = line.upload(factsOfPass(capturedAt, "1"), reading(plate(1), CALIFORNIA));
            line.handle(key, capturedAt);
        }

        assertThat(line.city.alerts().published()).hasSize(1);
        assertThat(line.city.hits().all()).hasSize(1);
    }

    @Test
    void aPassIdOfAnotherCameraIsAnotherPass() {
        line.city.hotLists().put(AHotListEntry.of("r1", plate(1)).build());
        var seen = reading(plate(1), CALIFORNIA);

        line.handle(line.upload("cam-elm", factsOfPass(NOW, "17"), seen), NOW);
        line.handle(line.upload("cam-oak", factsOfPass(NOW, "17"), seen), NOW);

        assertThat(line.city.hits().all()).hasSize(2);
        assertThat(line.city.alerts().published()).extracting(Alert::hitId).doesNotHaveDuplicates();
    }
}
