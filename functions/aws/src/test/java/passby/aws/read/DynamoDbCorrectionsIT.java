package passby.aws.read;

import passby.aws.dynamodb.StoredCity;
import passby.core.read.Corrections;
import passby.core.read.CorrectionsContract;
import passby.core.read.Frames;
import passby.core.read.Reads;

final class DynamoDbCorrectionsIT extends CorrectionsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Reads reads() {
        return CITY.reads();
    }

    @Override
    protected Frames frames() {
        return CITY.frames();
    }

    @Override
    protected Corrections corrections() {
        return CITY.corrections();
    }
}
