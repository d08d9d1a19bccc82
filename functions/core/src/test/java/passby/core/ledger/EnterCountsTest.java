package passby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class EnterCountsTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final EnterCounts enter = new EnterCounts(
            () -> TestData.POLICY_HASH,
            city.counters(),
            city.watermarks(),
            new EntryFactory(clock, city.entropy()),
            clock);

    EnterCountsTest() {
        city.watermarks().advance(EnterCounts.WATERMARK, NOW);
    }

    private List<String> entered(Field field) {
        return city.ledger().entries(EntryType.COUNTED).stream()
                .flatMap(entry -> entry.openings().entrySet().stream())
                .filter(opening -> opening.getKey() == field)
                .map(opening -> opening.getValue().value())
                .toList();
    }

    @Test
    void aMinuteIsOneEntryOfAllItsCounts() {
        city.counters().add(Count.HEALTH, 3, NOW);
        city.counters().add(Count.FRAME_NO_PLATE, NOW.plusSeconds(59));
        city.counters().add(Count.READ, NOW.plusSeconds(60));
        clock.set(NOW.plus(Duration.ofMinutes(2)));

        assertThat(enter.handle()).isEqualTo(1);
        assertThat(entered(Field.COUNTS)).containsExactly("{\"frame-no-plate\":1,\"health\":3}");
        assertThat(entered(Field.SUBJECT)).containsExactly(NOW.toString());
    }

    @Test
    void aMinuteIsEnteredWhenTheNextOneIsOver() {
        city.counters().add(Count.HEALTH, NOW);
        clock.set(NOW.plus(Duration.ofMinutes(2)).minusMillis(1));

        assertThat(enter.handle()).isZero();
    }

    @Test
    void aMinuteIsEnteredOnce() {
        city.counters().add(Count.HEALTH, NOW);
        clock.set(NOW.plus(Duration.ofMinutes(2)));
        enter.handle();

        assertThat(enter.handle()).isZero();
        assertThat(city.ledger().entries()).hasSize(1);
    }

    @Test
    void aMinuteWithoutCountsHasNoEntry() {
        clock.set(NOW.plus(Duration.ofMinutes(5)));

        assertThat(enter.handle()).isZero();
        assertThat(city.ledger().entries()).isEmpty();
        assertThat(city.watermarks().find(EnterCounts.WATERMARK)).contains(NOW.plus(Duration.ofMinutes(4)));
    }

    @Test
    void minutesThatWereMissedAreCaughtUpAnHourAtATime() {
        city.counters().add(Count.HEALTH, NOW);
        city.counters().add(Count.HEALTH, NOW.plus(Duration.ofMinutes(59)));
        city.counters().add(Count.HEALTH, NOW.plus(Duration.ofHours(1)));
        clock.set(NOW.plus(Duration.ofMinutes(90)));

        assertThat(enter.handle()).isEqualTo(2);
        assertThat(enter.handle()).isEqualTo(1);
        assertThat(enter.handle()).isZero();
    }

    @Test
    void eightEmptyDaysArePassedInFourRunsAndNothingInThemIsPassedOver() {
        city.counters().add(Count.HEALTH, NOW.plus(Duration.ofHours(30)).plusSeconds(90));
        city.counters().add(Count.READ, NOW.plus(Duration.ofDays(8)));
        clock.set(NOW.plus(Duration.ofDays(8)).plus(Duration.ofMinutes(2)));

        var entered = List.of(enter.handle(), enter.handle(), enter.handle(), enter.handle(), enter.handle());

        assertThat(entered).containsExactly(1, 0, 0, 0, 1);
        assertThat(entered(Field.COUNTS)).containsExactly("{\"health\":1}", "{\"read\":1}");
    }

    @Test
    void aMinuteThatAnotherRunEnteredMeanwhileIsNotEnteredAgain() {
        city.counters().add(Count.HEALTH, NOW);
        clock.set(NOW.plus(Duration.ofMinutes(2)));
        var other = new EnterCounts(
                () -> {
                    enter.handle();
                    return TestData.POLICY_HASH;
                },
                city.counters(),
                city.watermarks(),
                new EntryFactory(clock, city.entropy()),
                clock);

        assertThat(other.handle()).isZero();
        assertThat(city.ledger().entries()).hasSize(1);
    }
}
