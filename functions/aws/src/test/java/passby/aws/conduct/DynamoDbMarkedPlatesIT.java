package passby.aws.conduct;

import passby.aws.dynamodb.StoredCity;
import passby.core.conduct.MarkedPlates;
import passby.core.conduct.MarkedPlatesContract;
import passby.core.ledger.DurableEntries;

final class DynamoDbMarkedPlatesIT extends MarkedPlatesContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected MarkedPlates marked() {
        return CITY.markedPlates();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
