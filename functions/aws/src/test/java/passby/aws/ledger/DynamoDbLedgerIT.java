package passby.aws.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.FaultyDynamoDb;
import passby.aws.dynamodb.FaultyDynamoDb.Fault;
import passby.aws.dynamodb.StoredCity;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.ledger.Ledger;
import passby.core.ledger.LedgerContract;
import passby.core.testing.TestData;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

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

    @Test
    void anEntryThatCannotBeStoredIsAnException() {
        try (var faulty = FaultyDynamoDb.start("TransactWriteItems", Fault.THROTTLED, Integer.MAX_VALUE)) {
            var entry = TestData.entry(EntryType.SEARCH);
            var ledger = CITY.by(faulty.client()).ledger();

            assertThatThrownBy(() -> ledger.append(entry)).isInstanceOf(ProvisionedThroughputExceededException.class);

            assertThat(CITY.entries().canonical(entry.entryId())).isEmpty();
            assertThat(CITY.entries().openings(entry.entryId())).isEmpty();
        }
    }
}
