package passby.aws.conduct;

import passby.aws.dynamodb.StoredCity;
import passby.core.conduct.Duties;
import passby.core.conduct.DutiesContract;
import passby.core.ledger.DurableEntries;

final class DynamoDbDutiesIT extends DutiesContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Duties duties() {
        return CITY.duties();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
