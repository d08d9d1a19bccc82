package passby.core.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An import that is larger than a run: it stops in time and goes on in the next one. */
final class PausedImportsTest {
    private static final int ROWS = 5 * ListedRows.BATCH + 7;

    private final Importing city = new Importing();
    private final List<String> put = new ArrayList<>();

    /** Each batch takes a minute. */
    private final ListedRows slow = new ListedRows() {
        @Override
        public void put(String source, List<ListedRow> rows) {
            city.clock.advance(Duration.ofMinutes(1));
            rows.forEach(row -> put.add(row.row().recordNumber()));
            city.rows.put(source, rows);
        }

        @Override
        public void end(String source, List<EntryAddress> entries, int toVersion, java.time.Instant expiresAt) {
            city.rows.end(source, entries, toVersion, expiresAt);
        }

        @Override
        public void remove(String source, List<EntryAddress> entries) {
            city.rows.remove(source, entries);
        }

        @Override
        public void reopen(String source, List<EntryAddress> entries, int toVersion) {
            city.rows.reopen(source, entries, toVersion);
        }
    };

    private ImportAnswer run(ImportOrder order) {
        var bounded = new ImportOrder(
                order.source(),
                order.file(),
                order.signature(),
                order.received(),
                order.by(),
                order.progress(),
                city.clock.instant().plus(Duration.ofMinutes(2)));
        return city.importer(city.lists, city.manifests, slow).handle(bounded);
    }

    @Test
    void itGoesOnWhereTheRunBeforeStoppedAndWritesNoRowTwice() {
        var order = city.order(Importing.rows(0, ROWS));

        assertThat(run(order)).isEqualTo(new ImportAnswer.Paused(2L * ListedRows.BATCH));
        assertThat(city.alerting()).isEmpty();
        assertThat(run(order)).isEqualTo(new ImportAnswer.Paused(4L * ListedRows.BATCH));
        assertThat(run(order)).isInstanceOf(ImportAnswer.Paused.class);
        assertThat(run(order)).isInstanceOf(ImportAnswer.Imported.class);

        assertThat(city.alerting()).hasSize(ROWS);
        assertThat(put).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @Test
    void whoeverComesNextNeedNotWaitForTheLease() {
        run(city.order(Importing.rows(0, ROWS)));

        var other = city.send(Importing.rows(0, 20));

        assertThat(other).isInstanceOf(ImportAnswer.Imported.class);
        assertThat(city.alerting()).hasSize(20);
    }
}
