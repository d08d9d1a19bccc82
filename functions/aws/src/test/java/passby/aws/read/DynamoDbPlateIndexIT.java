package passby.aws.read;

import java.util.concurrent.Executors;
import passby.aws.dynamodb.StoredCity;
import passby.core.read.Frames;
import passby.core.search.PlateIndex;
import passby.core.search.PlateIndexContract;
import passby.core.testing.TestData;

/** {@link DynamoDbPlateIndex} over DynamoDB Local. */
final class DynamoDbPlateIndexIT extends PlateIndexContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected PlateIndex index() {
        return new DynamoDbPlateIndex(
                CITY.client(), CITY.tables(), () -> TestData.CITY_KEY, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Override
    protected Frames frames() {
        return CITY.frames();
    }
}
