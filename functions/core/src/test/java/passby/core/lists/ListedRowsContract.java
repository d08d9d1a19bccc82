package passby.core.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.CITY_KEY;
import static passby.core.testing.TestData.NOW;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.feed.FeedRow;
import passby.core.feed.FileCode;
import passby.core.hotlist.Category;
import passby.core.hotlist.ListedState;
import passby.core.hotlist.VehicleDescription;
import passby.core.id.Digests;
import passby.core.id.Hash128;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.testing.Unique;

/** What every {@link ListedRows} does; the store must use the tests' city key. */
public abstract class ListedRowsContract {
    private static final String SOURCE = "state";

    private final Unique unique = new Unique();
    private final Plate plate = new Plate(unique.plate());

    protected abstract ListedRows rows();

    /** Record ids of the source's entries under the key that alert while that version is the active one. */
    protected abstract List<String> visible(String source, PlateKey key, int active);

    private List<String> visible(int active) {
        return visible(SOURCE, CITY_KEY.plateKey(plate), active);
    }

    private static ListedRow row(String record, Plate plate, int version) {
        var recordId = Hash128.of(Digests.sha256(Digests.utf8(record))).base32();
        var row = new FeedRow(
                record,
                plate,
                new ListedState.Named("CA"),
                Category.STOLEN_VEHICLE,
                FileCode.STOLEN_VEHICLE,
                "26-004711",
                "XX0000100",
                NOW,
                null,
                new VehicleDescription("2018", "FORD", "F15", "PK", "WHI"));
        return new ListedRow(recordId, CITY_KEY.plateKey(plate), version, NOW, row);
    }

    private static EntryAddress address(ListedRow row) {
        return new EntryAddress(row.recordId(), row.plateKey(), row.fromVersion());
    }

    @Test
    void anEntryIsInvisibleBeforeItsVersion() {
        var row = row("V1", plate, 2);
        rows().put(SOURCE, List.of(row));
        rows().put(SOURCE, List.of(row));

        assertThat(visible(1)).isEmpty();
        assertThat(visible(2)).containsExactly(row.recordId());
        assertThat(visible(9)).containsExactly(row.recordId());
    }

    @Test
    void anEndedEntryIsInvisibleFromThatVersionOn() {
        var row = row("V1", plate, 2);
        rows().put(SOURCE, List.of(row));

        rows().end(SOURCE, List.of(address(row)), 4, NOW.plusSeconds(60));

        assertThat(visible(3)).containsExactly(row.recordId());
        assertThat(visible(4)).isEmpty();
    }

    @Test
    void whatWasEndedWithAVersionIsReopenedAndNothingElse() {
        var row = row("V1", plate, 2);
        rows().put(SOURCE, List.of(row));
        rows().end(SOURCE, List.of(address(row)), 4, NOW.plusSeconds(60));

        rows().reopen(SOURCE, List.of(address(row)), 5);
        assertThat(visible(4)).isEmpty();
        rows().reopen(SOURCE, List.of(address(row)), 4);

        assertThat(visible(4)).containsExactly(row.recordId());
    }

    @Test
    void anEntryThatIsGoneIsNotMadeAgainByEndingIt() {
        var row = row("V1", plate, 2);

        rows().end(SOURCE, List.of(address(row)), 4, NOW.plusSeconds(60));
        rows().reopen(SOURCE, List.of(address(row)), 4);
        rows().remove(SOURCE, List.of(address(row)));

        assertThat(visible(2)).isEmpty();
    }

    @Test
    void twoVersionsOfARecordLieBesideEachOther() {
        var old = row("V1", plate, 2);
        var young = row("V1", plate, 3);
        rows().put(SOURCE, List.of(old, young));
        rows().end(SOURCE, List.of(address(old)), 3, NOW.plusSeconds(60));

        assertThat(visible(2)).hasSize(1);
        assertThat(visible(3)).hasSize(1);
        rows().remove(SOURCE, List.of(address(young)));
        assertThat(visible(3)).isEmpty();
    }

    @Test
    void aWholeBatchIsWritten() {
        var batch = new ArrayList<ListedRow>();
        for (var i = 0; i < ListedRows.BATCH; i++) {
            batch.add(row("V" + i, plate, 1));
        }

        rows().put(SOURCE, batch);

        assertThat(visible(1)).hasSize(ListedRows.BATCH);
        rows().end(SOURCE, batch.stream().map(ListedRowsContract::address).toList(), 2, NOW.plusSeconds(60));
        assertThat(visible(2)).isEmpty();
    }
}
