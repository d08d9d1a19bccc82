package passby.aws.capture;

import passby.aws.dynamodb.StoredCity;
import passby.core.capture.ProcessedUploads;
import passby.core.capture.ProcessedUploadsContract;

/** {@link DynamoDbProcessedUploads} over DynamoDB Local. */
final class DynamoDbProcessedUploadsIT extends ProcessedUploadsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected ProcessedUploads processed() {
        return new DynamoDbProcessedUploads(CITY.client(), CITY.tables());
    }
}
