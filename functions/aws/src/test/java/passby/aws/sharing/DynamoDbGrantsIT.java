package passby.aws.sharing;

import passby.aws.dynamodb.StoredCity;
import passby.core.sharing.Grants;
import passby.core.sharing.GrantsContract;

/** {@link DynamoDbGrants} over DynamoDB Local. */
final class DynamoDbGrantsIT extends GrantsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Grants grants() {
        return new DynamoDbGrants(CITY.client(), CITY.tables(), CITY.changes());
    }
}
