package passby.aws.ledger;

import passby.aws.dynamodb.StoredCity;
import passby.core.read.SamplePlaces;
import passby.core.sample.Samples;
import passby.core.sample.SamplesContract;

/** {@link DynamoDbSamples} over DynamoDB Local. */
final class DynamoDbSamplesIT extends SamplesContract {
    private static final StoredCity CITY = StoredCity.fresh();

    private final DynamoDbSamples samples = new DynamoDbSamples(CITY.client(), CITY.tables(), CITY.changes());

    @Override
    protected Samples samples() {
        return samples;
    }

    @Override
    protected SamplePlaces places() {
        return samples;
    }
}
