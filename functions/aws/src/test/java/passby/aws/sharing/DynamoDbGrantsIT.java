package passby.aws.sharing;

import passby.aws.dynamodb.StoredCity;
import passby.core.request.StoredRequests;
import passby.core.sharing.Grant;
import passby.core.sharing.GrantsContract;

/** {@link GrantSchema} over DynamoDB Local. */
final class DynamoDbGrantsIT extends GrantsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected StoredRequests<Grant> grants() {
        return GrantSchema.requests(CITY.client(), CITY.tables(), CITY.changes());
    }
}
