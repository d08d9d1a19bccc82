package passby.aws.ledger;

import passby.aws.dynamodb.StoredCity;
import passby.core.audit.Openings;
import passby.core.audit.OpeningsContract;
import passby.core.ledger.Entry;

/** {@link DynamoDbOpenings} over DynamoDB Local, of entries that the ledger itself accepts. */
final class DynamoDbOpeningsIT extends OpeningsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Openings openings() {
        return new DynamoDbOpenings(CITY.client(), CITY.tables());
    }

    @Override
    protected void accept(Entry entry) {
        CITY.ledger().append(entry);
    }
}
