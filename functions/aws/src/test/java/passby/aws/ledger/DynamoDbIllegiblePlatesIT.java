package passby.aws.ledger;

import passby.aws.dynamodb.StoredCity;
import passby.core.capture.IllegiblePlates;
import passby.core.capture.IllegiblePlatesContract;

/** {@link DynamoDbIllegiblePlates} over DynamoDB Local. */
final class DynamoDbIllegiblePlatesIT extends IllegiblePlatesContract {
    private static final StoredCity CITY = StoredCity.fresh();

    private final DynamoDbIllegiblePlates plates = new DynamoDbIllegiblePlates(CITY.client(), CITY.tables());

    @Override
    protected IllegiblePlates plates() {
        return plates;
    }
}
