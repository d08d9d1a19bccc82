package passby.aws.ledger;

import passby.aws.dynamodb.StoredCity;
import passby.core.ledger.Counters;
import passby.core.ledger.CountersContract;

/** {@link DynamoDbCounters} over DynamoDB Local. */
final class DynamoDbCountersIT extends CountersContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Counters counters() {
        return new DynamoDbCounters(CITY.client(), CITY.tables());
    }
}
