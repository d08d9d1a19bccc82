package passby.aws.ledger;

import passby.aws.dynamodb.StoredCity;
import passby.core.sealing.EntryIndex;
import passby.core.sealing.EntryIndexContract;

/** {@link DynamoDbEntryIndex} over DynamoDB Local. */
final class DynamoDbEntryIndexIT extends EntryIndexContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected EntryIndex index() {
        return new DynamoDbEntryIndex(CITY.client(), CITY.tables());
    }
}
