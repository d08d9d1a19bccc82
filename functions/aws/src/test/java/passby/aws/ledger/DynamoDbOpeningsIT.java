package passby.aws.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.core.audit.Openings;
import passby.core.audit.OpeningsContract;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.testing.CountingEntropy;
import passby.core.testing.TestData;

/** {@link DynamoDbOpenings} over DynamoDB Local, of entries that the ledger itself accepts. */
final class DynamoDbOpeningsIT extends OpeningsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Openings openings() {
        return openings(Duration.ofDays(732));
    }

    @Override
    protected void accept(Entry entry) {
        CITY.ledger().append(entry);
    }

    private static Openings openings(Duration searchRecord) {
        return new DynamoDbOpenings(CITY.client(), CITY.tables(), () -> searchRecord, CITY.clock());
    }

    @Test
    void anOpeningIsNotAnsweredAfterTheClockInForceThoughItIsStored() {
        var entry = new EntryFactory(CITY.clock(), new CountingEntropy(77))
                .create(EntryType.SEARCH, Outcome.DONE, TestData.POLICY_HASH, Map.of(Field.SUBJECT, "something"));
        accept(entry);
        var asked = List.of(entry.entryId());

        assertThat(openings(Duration.ofDays(732)).find(asked)).containsOnlyKeys(entry.entryId());
        assertThat(openings(Duration.ZERO).find(asked)).isEmpty();
    }
}
