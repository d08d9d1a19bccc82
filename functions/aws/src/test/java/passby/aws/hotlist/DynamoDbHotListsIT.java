package passby.aws.hotlist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.Tables;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.HotLists;
import passby.core.hotlist.HotListsContract;
import passby.core.ledger.DurableEntries;
import passby.core.plate.Plate;
import passby.core.testing.AHotListEntry;
import passby.core.testing.TestData;

/** {@link DynamoDbHotLists} over DynamoDB Local. */
final class DynamoDbHotListsIT extends HotListsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected HotLists hotLists() {
        return CITY.hotLists();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }

    @Override
    protected void given(HotListEntry listed) {
        var partition = listed.plate()
                .map(plate -> TestData.CITY_KEY.plateKey(plate).value())
                .orElse("open#custom");
        CITY.tables()
                .mapped(CITY.client(), Tables.HOT_LIST, HotListSchema.ROW)
                .putItem(new HotListSchema.Row(partition, HotListRowKeys.CUSTOM_VERSION, null, listed));
    }

    @Test
    void veryManyEntriesUnderOnePlateAreAllFound() {
        for (var record = 0; record < 101; record++) {
            given(AHotListEntry.of("rec-" + record, "8TST999").build());
        }

        assertThat(hotLists().byPlate(TestData.CITY_KEY.plateKey(new Plate("8TST999")), TestData.NOW))
                .hasSize(101);
    }
}
