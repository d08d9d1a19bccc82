package passby.aws.policy;

import passby.aws.dynamodb.StoredCity;
import passby.core.policy.Limits;
import passby.core.policy.LimitsContract;

/** {@link DynamoDbLimits} over DynamoDB Local. */
final class DynamoDbLimitsIT extends LimitsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Limits limits() {
        return new DynamoDbLimits(CITY.client(), CITY.tables());
    }
}
