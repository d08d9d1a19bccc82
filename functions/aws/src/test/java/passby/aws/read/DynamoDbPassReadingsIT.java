package passby.aws.read;

import passby.aws.dynamodb.StoredCity;
import passby.core.read.PassReadings;
import passby.core.read.PassReadingsContract;

/** {@link DynamoDbPassReadings} over DynamoDB Local. */
final class DynamoDbPassReadingsIT extends PassReadingsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected PassReadings passes() {
        return new DynamoDbPassReadings(CITY.client(), CITY.tables());
    }
}
