package passby.aws.hit;

import passby.aws.dynamodb.StoredCity;
import passby.core.hit.Hits;
import passby.core.hit.HitsContract;
import passby.core.hit.Outbox;
import passby.core.ledger.DurableEntries;
import passby.core.read.Frames;

/** {@link DynamoDbHits} over DynamoDB Local. */
final class DynamoDbHitsIT extends HitsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Frames frames() {
        return CITY.frames();
    }

    @Override
    protected Hits hits() {
        return CITY.hits();
    }

    @Override
    protected Outbox outbox() {
        return CITY.outbox();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
