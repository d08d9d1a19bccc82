package passby.aws.capture;

import passby.aws.dynamodb.StoredCity;
import passby.core.capture.CameraTokens;
import passby.core.capture.CameraTokensContract;

/** {@link DynamoDbCameraTokens} over DynamoDB Local. */
final class DynamoDbCameraTokensIT extends CameraTokensContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected CameraTokens tokens() {
        return new DynamoDbCameraTokens(CITY.client(), CITY.tables());
    }
}
