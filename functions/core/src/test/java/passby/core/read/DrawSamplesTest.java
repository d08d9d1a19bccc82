package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passby.core.policy.ReaderRules;
import passby.core.retention.NonHitRetention;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

final class DrawSamplesTest {
    private static final int PLACES = ReaderRules.SAMPLES_A_DAY;

    private final List<SampledRead> offered = new ArrayList<>();
    private final DrawSamples draw = new DrawSamples(offered::add);

    /** A frame of a minute of a day, whose salt follows from its upload. */
    private static Frame frame(int number) {
        var read = ARead.of("upload" + number, "7TST123", NOW.plusSeconds(number));
        return read.frame(List.of());
    }

    private static List<Frame> frames(int count) {
        return IntStream.range(0, count).mapToObj(DrawSamplesTest::frame).toList();
    }

    /** Who has each place in the end. */
    private static Map<Integer, String> places(List<SampledRead> offered) {
        var lowest = new HashMap<Integer, SampledRead>();
        offered.forEach(read ->
                lowest.merge(read.place(), read, (one, other) -> one.lot().compareTo(other.lot()) <= 0 ? one : other));
        var places = new HashMap<Integer, String>();
        lowest.forEach((place, read) -> places.put(place, read.readId()));
        return places;
    }

    @Test
    void aDayEndsWithTheSameSampleHoweverItsFramesCome() {
        var frames = frames(2_000);
        draw.handle(frames, TestData.policy(NonHitRetention.DAYS_7));
        var atOnce = places(offered);

        var shuffled = new ArrayList<>(frames);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.forEach(frame -> draw.handle(List.of(frame), TestData.policy(NonHitRetention.DAYS_7)));

        assertThat(atOnce).hasSize(PLACES);
        assertThat(places(offered)).isEqualTo(atOnce);
    }

    @Test
    void theShareOfReadsThatIsConsideredIsThePolicys() {
        frames(5_000).forEach(frame -> draw.handle(List.of(frame), TestData.policy(NonHitRetention.DAYS_7)));

        // 100 are expected of 5,000 at two in a hundred, with a deviation of ten.
        assertThat(offered).hasSizeBetween(60, 140);
        assertThat(offered).extracting(SampledRead::place).contains(0, 1, 2, 3).allMatch(place -> place < PLACES);
    }

    @Test
    void aCityThatAsksForALargerShareConsidersMore() {
        var policy = TestData.withReaders(TestData.policy(NonHitRetention.DAYS_7), new ReaderRules(100, 5, 50));
        frames(5_000).forEach(frame -> draw.handle(List.of(frame), policy));

        // 500 are expected of 5,000 at ten in a hundred, with a deviation of 21.
        assertThat(offered).hasSizeBetween(400, 600);
    }

    @Test
    void anotherSaltDrawsOthers() {
        var salted = frames(2_000).stream()
                .map(frame -> new Frame(
                        frame.uploadId(),
                        frame.sha256(),
                        frame.cameraId(),
                        frame.receivedAt(),
                        frame.storedAt(),
                        "00".repeat(Frame.SALT_BYTES),
                        frame.engine(),
                        frame.reads(),
                        frame.classes(),
                        frame.hits(),
                        frame.expiresAt()))
                .toList();
        draw.handle(frames(2_000), TestData.policy(NonHitRetention.DAYS_7));
        var first = new HashSet<>(places(offered).values());
        offered.clear();

        draw.handle(salted, TestData.policy(NonHitRetention.DAYS_7));

        assertThat(new HashSet<>(places(offered).values())).isNotEqualTo(first);
    }

    @Test
    void inFlushModeNothingIsDrawn() {
        draw.handle(frames(2_000), TestData.policy(NonHitRetention.FLUSH));

        assertThat(offered).isEmpty();
    }

    @Test
    void aSampleIsForgottenWithItsFrameAndAtMostAWeekAfterItsDay() {
        draw.handle(frames(2_000), TestData.policy(NonHitRetention.DAYS_7));
        var kept = offered.getFirst();
        offered.clear();
        var brief = frames(2_000).stream()
                .map(frame -> ARead.of(frame.uploadId(), "7TST123", NOW)
                        .withExpiresAt(NOW.plus(Duration.ofHours(1)))
                        .frame(List.of()))
                .toList();

        draw.handle(brief, TestData.policy(NonHitRetention.DAYS_7));

        assertThat(kept.expiresAt())
                .isEqualTo(LocalDate.parse("2036-05-14")
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
        assertThat(offered).isNotEmpty().allMatch(read -> read.expiresAt().equals(NOW.plus(Duration.ofHours(1))));
    }
}
