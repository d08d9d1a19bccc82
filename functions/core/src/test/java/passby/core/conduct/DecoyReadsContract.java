package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every store of {@link DecoyReads} keeps to. */
public abstract class DecoyReadsContract {
    private final Unique unique = new Unique();

    protected abstract DecoyReads decoys();

    protected abstract MarkedPlates marked();

    protected abstract DurableEntries durable();

    private DecoyRead decoy() {
        return new DecoyRead(
                unique.ulid(NOW) + "-1", "cam-elm", NOW, TestData.CORNER, 90, NOW.plus(Duration.ofDays(7)));
    }

    private void place(DecoyRead decoy) {
        var key = TestData.CITY_KEY.plateKey(decoy.plate(TestData.CITY_KEY));
        decoys().place(
                        decoy,
                        new MarkedPlates.Marked(MarkedPlates.DECOY, key, NOW.plus(Duration.ofDays(90))),
                        TestData.entry(EntryType.DECOY_PLACED));
    }

    @Test
    void aDecoyIsFoundAsItWasPlacedUntilItsEnd() {
        var decoy = decoy();
        place(decoy);

        assertThat(decoys().live(NOW)).contains(decoy);
        assertThat(decoys().live(decoy.until())).doesNotContain(decoy);
    }

    @Test
    void itsPlateIsMarkedWithIt() {
        var decoy = decoy();
        place(decoy);

        assertThat(marked().of(MarkedPlates.DECOY, NOW))
                .contains(TestData.CITY_KEY.plateKey(decoy.plate(TestData.CITY_KEY)));
    }

    @Test
    void aDecoyAndItsEntryCommitTogether() {
        var decoy = decoy();
        var entry = TestData.entry(EntryType.DECOY_PLACED);
        var key = TestData.CITY_KEY.plateKey(decoy.plate(TestData.CITY_KEY));

        var committed = decoys().place(decoy, new MarkedPlates.Marked(MarkedPlates.DECOY, key, NOW), entry);

        assertThat(committed).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }
}
