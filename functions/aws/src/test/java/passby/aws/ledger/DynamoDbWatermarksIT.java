package passby.aws.ledger;

import passby.aws.dynamodb.StoredCity;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.Watermarks;
import passby.core.ledger.WatermarksContract;

/** {@link DynamoDbWatermarks} over DynamoDB Local. */
final class DynamoDbWatermarksIT extends WatermarksContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Watermarks watermarks() {
        return new DynamoDbWatermarks(CITY.client(), CITY.tables(), CITY.changes());
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
