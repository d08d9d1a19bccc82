package passby.aws.search;

import passby.aws.dynamodb.StoredCity;
import passby.core.request.StoredRequests;
import passby.core.search.WaitingSearch;
import passby.core.search.WaitingSearchesContract;

/** {@link WaitingSearchSchema} over DynamoDB Local. */
final class DynamoDbWaitingSearchesIT extends WaitingSearchesContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected StoredRequests<WaitingSearch> searches() {
        return WaitingSearchSchema.requests(CITY.client(), CITY.tables(), CITY.changes());
    }
}
