package passby.aws.people;

import passby.aws.dynamodb.StoredCity;
import passby.core.access.FactorReset;
import passby.core.access.FactorResetsContract;
import passby.core.request.StoredRequests;

final class DynamoDbFactorResetsIT extends FactorResetsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected StoredRequests<FactorReset> resets() {
        return FactorResetSchema.requests(CITY.client(), CITY.tables(), CITY.changes());
    }
}
