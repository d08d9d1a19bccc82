package passby.aws.ledger;

import passby.aws.dynamodb.StoredCity;
import passby.core.hit.AlertLatencies;
import passby.core.hit.AlertLatenciesContract;

/** {@link DynamoDbAlertLatencies} over DynamoDB Local. */
final class DynamoDbAlertLatenciesIT extends AlertLatenciesContract {
    private static final StoredCity CITY = StoredCity.fresh();

    private final DynamoDbAlertLatencies latencies = new DynamoDbAlertLatencies(CITY.client(), CITY.tables());

    @Override
    protected AlertLatencies latencies() {
        return latencies;
    }
}
