package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.balance.Tally;
import passby.core.id.Ulids;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.MerkleTree;
import passby.core.policy.CachedPolicy;
import passby.core.retention.Cohort;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.testing.ARead;
import passby.core.testing.CountingEntropy;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class AdmitFramesTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final CountingEntropy entropy = new CountingEntropy(1);
    private final AdmitFrames admit = new AdmitFrames(
            new CachedPolicy(city.policyDocuments(), clock),
            city.frames(),
            city.tallies(),
            new DrawSamples(city.samples()),
            city.archive(),
            new EntryFactory(clock, entropy),
            clock);

    AdmitFramesTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        city.tallies().skip(NOW);
    }

    /** The test's reads are stored three seconds after their capture. */
    private Frame stored(Instant at) {
        var read = ARead.of(new Ulids(clock, entropy).next(), "7TST123", at.minusSeconds(3));
        city.frames().store(read.frame(List.of()), List.of(read.build()), List.of());
        return read.frame(List.of());
    }

    @Test
    void oneEntryTellsCountAndRootOfAMinute() {
        var frames = List.of(stored(NOW), stored(NOW.plusSeconds(59)));
        stored(NOW.plusSeconds(60));
        clock.set(NOW.plus(Duration.ofSeconds(150)));

        var admitted = admit.handle();

        assertThat(admitted).isEqualTo(2);
        var leaves = frames.stream()
                .map(Frame::admissionLeaf)
                .sorted()
                .map(leaf -> leaf.getBytes(StandardCharsets.UTF_8))
                .toList();
        assertThat(city.ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo(EntryType.FRAMES_ADMITTED);
            assertThat(entry.openings().get(Field.COUNTS))
                    .isNotNull()
                    .satisfies(opening -> assertThat(opening.value())
                            .isEqualTo(CanonicalJson.write(Map.of(
                                    "v", 1,
                                    "minute", NOW.toString(),
                                    "frames", 2,
                                    "reads", Map.of(NOW.toString().substring(0, 10) + "/non-hit", 2),
                                    "root", MerkleTree.root(leaves)))));
            assertThat(entry.openings().get(Field.SUBJECT))
                    .isNotNull()
                    .satisfies(opening -> assertThat(opening.value()).isEqualTo(NOW.toString()));
        });
    }

    @Test
    void aMinuteWaitsUntilTheIndexShowsWhatWasStoredInIt() {
        stored(NOW);
        clock.set(NOW.plus(Duration.ofSeconds(150)).minusMillis(1));

        assertThat(admit.handle()).isZero();
        assertThat(city.ledger().entries()).isEmpty();
    }

    /** As after a redrive of dead letters: received on Monday, stored on Wednesday. */
    @Test
    void aFrameThatIsStoredDaysAfterItsReceiptIsAdmitted() {
        clock.set(NOW.plus(Duration.ofDays(2)));
        city.tallies().skip(clock.instant());
        var read = ARead.of("late", "7TST123", NOW);
        var frame = read.frame(List.of());
        var late = new Frame(
                frame.uploadId(),
                frame.sha256(),
                frame.cameraId(),
                frame.receivedAt(),
                clock.instant(),
                frame.salt(),
                frame.engine(),
                frame.reads(),
                frame.classes(),
                frame.hits(),
                frame.expiresAt());
        city.frames().store(late, List.of(read.build()), List.of());
        clock.advance(Duration.ofMinutes(6));

        assertThat(admit.handle()).isEqualTo(1);
        assertThat(city.ledger().entries()).hasSize(1);
    }

    @Test
    void theLeavesOfAMinuteAreKeptAndItsReadsAreTallied() {
        var frame = stored(NOW);
        clock.set(NOW.plus(Duration.ofMinutes(6)));

        admit.handle();

        assertThat(city.archive().find(AdmitFrames.file(NOW))).get().asString().contains(frame.admissionLeaf());
        assertThat(city.tallies().all())
                .containsExactly(Map.entry(Cohort.of(NOW, RetentionClass.NON_HIT), new Tally(1, 0, 0, 0)));
    }

    @Test
    void aMinuteIsAdmittedOnce() {
        stored(NOW);
        clock.set(NOW.plus(Duration.ofMinutes(6)));
        admit.handle();

        assertThat(admit.handle()).isZero();
        assertThat(city.ledger().entries()).hasSize(1);
    }

    @Test
    void anEmptyMinuteHasNoEntry() {
        clock.set(NOW.plus(Duration.ofMinutes(10)));

        assertThat(admit.handle()).isZero();
        assertThat(city.ledger().entries()).isEmpty();
        assertThat(city.tallies().next(NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(8)));
    }

    @Test
    void minutesThatWereMissedAreCaughtUp() {
        stored(NOW);
        stored(NOW.plus(Duration.ofMinutes(75)));
        clock.set(NOW.plus(Duration.ofMinutes(90)));

        assertThat(admit.handle()).isEqualTo(1);
        assertThat(admit.handle()).isEqualTo(1);
        assertThat(city.ledger().entries()).hasSize(2);
    }
}
