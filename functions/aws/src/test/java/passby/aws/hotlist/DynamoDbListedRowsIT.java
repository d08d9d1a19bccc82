package passby.aws.hotlist;

import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import passby.aws.dynamodb.StoredCity;
import passby.core.hotlist.HotListEntry;
import passby.core.ledger.EntryType;
import passby.core.lists.ListSource;
import passby.core.lists.ListVersion;
import passby.core.lists.ListedRows;
import passby.core.lists.ListedRowsContract;
import passby.core.people.Role;
import passby.core.plate.PlateKey;
import passby.core.testing.TestData;

/** Entries of lists as {@link DynamoDbHotLists} finds them. */
final class DynamoDbListedRowsIT extends ListedRowsContract {
    private static final StoredCity CITY = StoredCity.fresh();
    private static final Duration MAX_AGE = Duration.ofHours(24);

    @Override
    protected ListedRows rows() {
        return CITY.listedRows();
    }

    @Override
    protected List<String> visible(String source, PlateKey key, int active) {
        return found(source, key, active).stream().map(HotListEntry::recordId).toList();
    }

    private static List<HotListEntry> found(String source, PlateKey key, int active) {
        var consent = new ListSource.Consent("admin-ito", Role.SYSTEM_ADMIN, NOW, NOW);
        var version = new ListVersion(active, "ab".repeat(32), NOW.minusSeconds(5), 1, "m");
        var before = CITY.lists().find(source);
        var revision = before.map(ListSource::revision).orElse(0) + 1;
        var listed = new ListSource(
                source, "State Police", "mn", MAX_AGE, null, consent, consent, null, active, version, null, revision);
        if (before.isEmpty()) {
            CITY.lists().add(listed, TestData.entry(EntryType.LIST_PROPOSED));
        } else {
            CITY.lists().revise(listed, TestData.entry(EntryType.LIST_ACCEPTED));
        }
        return CITY.hotLists().byPlate(key, NOW);
    }
}
