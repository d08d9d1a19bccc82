package passby.aws.capture;

import passby.aws.dynamodb.StoredCity;
import passby.core.capture.Cameras;
import passby.core.capture.CamerasContract;
import passby.core.ledger.DurableEntries;

/** {@link DynamoDbCameras} over DynamoDB Local. */
final class DynamoDbCamerasIT extends CamerasContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Cameras cameras() {
        return new DynamoDbCameras(CITY.client(), CITY.tables(), CITY.changes());
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
