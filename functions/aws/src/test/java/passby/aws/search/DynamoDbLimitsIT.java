package passby.aws.search;

import passby.aws.dynamodb.StoredCity;
import passby.core.search.Limits;
import passby.core.search.LimitsContract;

/** {@link DynamoDbLimits} over DynamoDB Local. */
final class DynamoDbLimitsIT extends LimitsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Limits limits() {
        return new DynamoDbLimits(CITY.client(), CITY.tables());
    }
}
