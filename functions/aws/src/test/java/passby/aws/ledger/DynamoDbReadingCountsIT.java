package passby.aws.ledger;

import passby.aws.dynamodb.StoredCity;
import passby.core.quality.ReadingCounts;
import passby.core.quality.ReadingCountsContract;

/** {@link DynamoDbReadingCounts} over DynamoDB Local. */
final class DynamoDbReadingCountsIT extends ReadingCountsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    private final DynamoDbReadingCounts counts = new DynamoDbReadingCounts(CITY.client(), CITY.tables());

    @Override
    protected ReadingCounts counts() {
        return counts;
    }
}
