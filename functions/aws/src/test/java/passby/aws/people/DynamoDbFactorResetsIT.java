package passby.aws.people;

import passby.aws.dynamodb.StoredCity;
import passby.core.access.FactorResets;
import passby.core.access.FactorResetsContract;

final class DynamoDbFactorResetsIT extends FactorResetsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected FactorResets resets() {
        return new DynamoDbFactorResets(CITY.client(), CITY.tables(), CITY.changes());
    }
}
