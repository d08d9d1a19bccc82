package passby.aws.ledger;

import passby.aws.dynamodb.StoredCity;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.Ledger;
import passby.core.ledger.LedgerContract;

/** {@link DynamoDbLedger} over DynamoDB Local. */
final class DynamoDbLedgerIT extends LedgerContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Ledger ledger() {
        return CITY.ledger();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
