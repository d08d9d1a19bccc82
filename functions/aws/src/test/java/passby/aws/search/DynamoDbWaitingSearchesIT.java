package passby.aws.search;

import passby.aws.dynamodb.StoredCity;
import passby.core.search.WaitingSearches;
import passby.core.search.WaitingSearchesContract;

/** {@link DynamoDbWaitingSearches} over DynamoDB Local. */
final class DynamoDbWaitingSearchesIT extends WaitingSearchesContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected WaitingSearches searches() {
        return new DynamoDbWaitingSearches(CITY.client(), CITY.tables(), CITY.changes());
    }
}
