package passby.aws.hotlist;

import passby.aws.dynamodb.StoredCity;
import passby.core.hotlist.Suppressions;
import passby.core.hotlist.SuppressionsContract;
import passby.core.ledger.DurableEntries;

/** {@link DynamoDbSuppressions} over DynamoDB Local. */
final class DynamoDbSuppressionsIT extends SuppressionsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Suppressions suppressions() {
        return CITY.suppressions();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
