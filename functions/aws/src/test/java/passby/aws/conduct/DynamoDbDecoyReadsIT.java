package passby.aws.conduct;

import passby.aws.dynamodb.StoredCity;
import passby.core.conduct.DecoyReads;
import passby.core.conduct.DecoyReadsContract;
import passby.core.conduct.MarkedPlates;
import passby.core.ledger.DurableEntries;

final class DynamoDbDecoyReadsIT extends DecoyReadsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected DecoyReads decoys() {
        return CITY.decoyReads();
    }

    @Override
    protected MarkedPlates marked() {
        return CITY.markedPlates();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
