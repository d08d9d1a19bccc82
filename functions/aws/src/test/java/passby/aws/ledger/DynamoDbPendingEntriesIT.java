package passby.aws.ledger;

import passby.aws.dynamodb.StoredCity;
import passby.core.ledger.Entry;
import passby.core.sealing.PendingEntries;
import passby.core.sealing.PendingEntriesContract;

/** {@link DynamoDbPendingEntries} over DynamoDB Local, with what the ledger itself accepts. */
final class DynamoDbPendingEntriesIT extends PendingEntriesContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected PendingEntries pending() {
        return new DynamoDbPendingEntries(CITY.client(), CITY.tables());
    }

    @Override
    protected void accept(Entry entry) {
        CITY.ledger().append(entry);
    }
}
