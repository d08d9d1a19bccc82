package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.testing.TestData;

/** What every store of {@link MarkedPlates} keeps to. */
public abstract class MarkedPlatesContract {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final PlateKey PLATE = TestData.CITY_KEY.plateKey(new Plate("7TST123"));

    private final String person = "person" + PEOPLE.incrementAndGet();

    protected abstract MarkedPlates marked();

    protected abstract DurableEntries durable();

    private Commit mark(Duration until) {
        return marked().mark(
                        new MarkedPlates.Marked(person, PLATE, TestData.NOW.plus(until)),
                        TestData.entry(EntryType.OWN_PLATE_REGISTERED));
    }

    @Test
    void aPlateIsFoundUntilItsEndAndUnderItsPersonAlone() {
        mark(Duration.ofDays(1));

        assertThat(marked().of(person, TestData.NOW)).containsExactly(PLATE);
        assertThat(marked().of(person, TestData.NOW.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(marked().of(person + "b", TestData.NOW)).isEmpty();
    }

    @Test
    void theSameAgainMovesItsEnd() {
        mark(Duration.ofDays(1));
        mark(Duration.ofDays(9));

        assertThat(marked().of(person, TestData.NOW.plus(Duration.ofDays(8)))).containsExactly(PLATE);
    }

    @Test
    void aMarkAndItsEntryCommitTogether() {
        var entry = TestData.entry(EntryType.DECOY_PLACED);

        assertThat(marked().mark(new MarkedPlates.Marked(person, PLATE, TestData.NOW.plusSeconds(60)), entry))
                .isEqualTo(new Commit.Done(entry.accepted()));

        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }
}
