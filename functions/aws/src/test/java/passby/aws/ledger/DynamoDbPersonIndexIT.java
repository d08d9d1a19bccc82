package passby.aws.ledger;

import passby.aws.dynamodb.StoredCity;
import passby.core.audit.PersonIndex;
import passby.core.audit.PersonIndexContract;

/** {@link DynamoDbPersonIndex} over DynamoDB Local. */
final class DynamoDbPersonIndexIT extends PersonIndexContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected PersonIndex people() {
        return new DynamoDbPersonIndex(CITY.client(), CITY.tables());
    }
}
