package passby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.testing.TestData;

/** What every {@link Ledger} does. */
public abstract class LedgerContract {
    protected abstract Ledger ledger();

    protected abstract DurableEntries durable();

    @Test
    void anEntryIsDurableWhenAppendReturns() {
        var entry = TestData.entry(EntryType.SEARCH, Map.of(Field.PLATE, "7TST123", Field.NARRATIVE, "Ünïcode \n 🚓"));

        var accepted = ledger().append(entry);

        assertThat(accepted).isEqualTo(entry.accepted());
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }

    @Test
    void theOpeningsAreDurableWithTheEntry() {
        var entry = TestData.entry(EntryType.SEARCH, Map.of(Field.PLATE, "7TST123", Field.REASON, ""));

        ledger().append(entry);

        assertThat(durable().openings(entry.entryId())).isEqualTo(entry.openings());
    }

    @Test
    void appendingTheSameEntryAgainChangesNothing() {
        var entry = TestData.entry(EntryType.SEARCH);
        var first = ledger().append(entry);

        var second = ledger().append(entry);

        assertThat(second).isEqualTo(first);
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
        assertThat(durable().openings(entry.entryId())).isEqualTo(entry.openings());
    }

    @Test
    void anEntryThatWasNotAppendedIsNotDurable() {
        var entry = TestData.entry(EntryType.SEARCH);

        assertThat(durable().canonical(entry.entryId())).isEmpty();
        assertThat(durable().openings(entry.entryId())).isEmpty();
    }
}
