package passby.aws.conduct;

import passby.aws.dynamodb.StoredCity;
import passby.core.conduct.Acts;
import passby.core.conduct.ActsContract;

final class DynamoDbActsIT extends ActsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Acts acts() {
        return CITY.acts();
    }
}
