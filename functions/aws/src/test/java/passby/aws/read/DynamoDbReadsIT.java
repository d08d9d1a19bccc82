package passby.aws.read;

import passby.aws.dynamodb.StoredCity;
import passby.core.read.Frames;
import passby.core.read.Reads;
import passby.core.read.ReadsContract;

/** {@link DynamoDbReads} over DynamoDB Local. */
final class DynamoDbReadsIT extends ReadsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Reads reads() {
        return CITY.reads();
    }

    @Override
    protected Frames frames() {
        return CITY.frames();
    }
}
