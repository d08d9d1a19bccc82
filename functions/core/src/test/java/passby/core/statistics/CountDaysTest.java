package passby.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import passby.core.archive.InMemoryArchive;
import passby.core.ledger.Count;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.policy.CachedPolicy;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

final class CountDaysTest {
    private static final Instant MIDNIGHT = Instant.parse("2036-05-07T00:00:00Z");

    private final MutableClock clock = new MutableClock(MIDNIGHT.minusSeconds(1));
    private final InMemoryCity city = new InMemoryCity();
    private final InMemoryArchive archive = new InMemoryArchive();

    CountDaysTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private int count() {
        var days = new CountDays(
                new CachedPolicy(city.policyDocuments(), clock),
                city.counters(),
                archive,
                city.watermarks(),
                new EntryFactory(clock, new Unique()::bytes),
                clock);
        return days.handle();
    }

    @Test
    void aDayIsWrittenOnceItIsOverWithTheFirstAndTheLastOfItsMinutes() {
        city.counters().add(Count.READ, 3, MIDNIGHT.minus(Duration.ofDays(1)));
        city.counters().add(Count.READ, 4, MIDNIGHT.minusSeconds(1));
        city.counters().add(Count.READ, 100, MIDNIGHT);
        clock.set(MIDNIGHT.plus(CountDays.SETTLED).minusMillis(1));
        assertThat(count()).isEqualTo(1);
        assertThat(archive.find("statistics/2036-05-06.json")).isEmpty();

        clock.set(MIDNIGHT.plus(CountDays.SETTLED));

        assertThat(count()).isEqualTo(1);
        assertThat(archive.find("statistics/2036-05-06.json"))
                .get()
                .asString()
                .contains("\"day\":\"2036-05-06\"", "\"read\":7", "\"frame-no-plate\":0");
        assertThat(count()).isZero();
    }

    @Test
    void theFileOfADayStandsInTheLedgerAsItIs() {
        clock.set(MIDNIGHT.plus(CountDays.SETTLED));

        count();

        var openings = city.ledger().entries(EntryType.DAY_COUNTED).getLast().openings();
        assertThat(openings.get(Field.COUNTS))
                .extracting(Opening::value)
                .isEqualTo(archive.find("statistics/2036-05-06.json").orElseThrow());
    }

    @Test
    void daysThatWereMissedAreWrittenLaterAsFarAsCountersReach() {
        clock.set(MIDNIGHT.plus(CountDays.SETTLED));
        count();
        city.counters().add(Count.READ, 5, MIDNIGHT.plus(Duration.ofDays(2)));
        clock.advance(Duration.ofDays(4));

        assertThat(count()).isEqualTo(4);

        assertThat(archive.find("statistics/2036-05-09.json")).get().asString().contains("\"read\":5");
        clock.advance(Duration.ofDays(100));
        assertThat(count()).isEqualTo(CountDays.MOST_DAYS);
    }
}
