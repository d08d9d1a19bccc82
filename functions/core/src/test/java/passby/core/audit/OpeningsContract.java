package passby.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;

/** What every store of openings keeps to. */
public abstract class OpeningsContract {
    protected abstract Openings openings();

    /** Accepts an entry as the ledger does. */
    protected abstract void accept(Entry entry);

    @Test
    final void openingsAreFoundByTheirEntry() {
        var entry = TestData.entry(EntryType.SEARCH);
        accept(entry);

        var found = openings().find(List.of(entry.entryId(), "unknown"));

        assertThat(found).containsOnlyKeys(entry.entryId());
        assertThat(found.get(entry.entryId())).isEqualTo(entry.openings());
    }

    @Test
    final void manyAreFoundAtOnce() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 130; i++) {
            var entry = TestData.entry(EntryType.SEARCH);
            accept(entry);
            ids.add(entry.entryId());
        }

        assertThat(openings().find(ids)).containsOnlyKeys(ids);
        assertThat(openings().find(List.of())).isEmpty();
    }
}
