package passby.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;

/** What every store of waiting entries keeps to. Others may have left entries in it. */
public abstract class PendingEntriesContract {
    protected abstract PendingEntries pending();

    /** Accepts an entry as the ledger does. */
    protected abstract void accept(Entry entry);

    private List<PendingEntry> waiting(Entry entry) {
        return pending().find(Integer.MAX_VALUE).stream()
                .filter(found -> found.entryId().equals(entry.entryId()))
                .toList();
    }

    @Test
    final void whatWasAcceptedWaitsWithItsTextAndMinute() {
        var entry = TestData.entry(EntryType.SEARCH);

        accept(entry);

        assertThat(waiting(entry)).hasSize(1).first().satisfies(found -> {
            assertThat(found.canonical()).isEqualTo(entry.canonical());
            assertThat(found.acceptedAt().getEpochSecond() % 60).isZero();
        });
    }

    @Test
    final void whatIsRemovedWaitsNoMoreAndOthersDo() {
        var sealed = TestData.entry(EntryType.SEARCH);
        var other = TestData.entry(EntryType.HIT_STEP);
        accept(sealed);
        accept(other);
        var found = waiting(sealed);

        pending().remove(found);
        pending().remove(found);

        assertThat(waiting(sealed)).isEmpty();
        assertThat(waiting(other)).hasSize(1);
    }

    @Test
    final void manyAreFoundUpToTheLimitAndRemovedAtOnce() {
        for (var i = 0; i < 60; i++) {
            accept(TestData.entry(EntryType.SEARCH));
        }

        assertThat(pending().find(50)).hasSize(50);
        pending().remove(pending().find(Integer.MAX_VALUE));

        assertThat(pending().find(Integer.MAX_VALUE)).isEmpty();
    }
}
