package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;

/** What every store of {@link Duties} keeps to. */
public abstract class DutiesContract {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final String personId = "officer-" + PEOPLE.incrementAndGet();

    protected abstract Duties duties();

    protected abstract DurableEntries durable();

    private DutyHours hours(Duration until) {
        return new DutyHours(
                personId,
                ZoneId.of("America/Chicago"),
                List.of(
                        new DutyHours.Shift(DayOfWeek.MONDAY, LocalTime.of(22, 30), Duration.ofHours(10)),
                        new DutyHours.Shift(DayOfWeek.TUESDAY, LocalTime.of(7, 0), Duration.ofHours(8))),
                List.of(new DutyHours.Extra(TestData.NOW, TestData.NOW.plusSeconds(3600))),
                TestData.NOW.plus(until));
    }

    @Test
    void hoursAreFoundAsTheyWereEnteredLast() {
        var entry = TestData.entry(EntryType.DUTY_HOURS_ENTERED);
        duties().put(hours(Duration.ofDays(10)), TestData.entry(EntryType.DUTY_HOURS_ENTERED));

        assertThat(duties().put(hours(Duration.ofDays(20)), entry)).isEqualTo(new Commit.Done(entry.accepted()));

        assertThat(duties().find(personId)).contains(hours(Duration.ofDays(20)));
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }

    @Test
    void aSwapChangesTheHoursOfBothOrOfNeither() {
        var shift = new DutyHours.Extra(TestData.NOW.plusSeconds(7200), TestData.NOW.plusSeconds(36_000));
        var gives = hours(Duration.ofDays(10));
        var takes = new DutyHours("partner-of-" + personId, gives.timeZone(), gives.weekly(), List.of(), gives.until());
        duties().put(gives, TestData.entry(EntryType.DUTY_HOURS_ENTERED));
        duties().put(takes, TestData.entry(EntryType.DUTY_HOURS_ENTERED));
        var given = gives.without(shift, TestData.NOW);
        var taken = takes.with(shift, TestData.NOW);

        var done = duties().swap(
                        List.of(gives, takes), List.of(given, taken), TestData.entry(EntryType.DUTY_HOURS_ENTERED));
        var stale = duties().swap(
                        List.of(gives, taken), List.of(gives, takes), TestData.entry(EntryType.DUTY_HOURS_ENTERED));

        assertThat(done).isInstanceOf(Commit.Done.class);
        assertThat(stale).isEqualTo(new Commit.Conflict());
        assertThat(duties().find(gives.personId())).contains(given);
        assertThat(duties().find(takes.personId())).contains(taken);
    }

    @Test
    void nobodysHoursAreNotFound() {
        assertThat(duties().find("officer-nobody")).isEmpty();
    }
}
