package passby.aws.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.people.Attempts;
import passby.core.people.SignInAttempts;
import passby.core.people.SignInAttemptsContract;
import passby.core.testing.TestData;

final class DynamoDbSignInAttemptsIT extends SignInAttemptsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected SignInAttempts attempts() {
        return new DynamoDbSignInAttempts(CITY.client(), CITY.tables(), CITY.changes());
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }

    @Test
    void whatDoesNotCountAnyMoreIsPurged() {
        var counted = Attempts.NONE.counting(TestData.NOW);
        attempts().replace("officer-okafor", Attempts.NONE, counted, TestData.NOW);
        assertThat(expiresAt("officer-okafor")).isEqualTo(TestData.NOW.plus(Attempts.WINDOW));

        var lockedAt = TestData.NOW.plusSeconds(60);
        var entry = TestData.entry(EntryType.ACCOUNT_LOCKED);
        attempts().lock("officer-okafor", counted, counted.locked(lockedAt), lockedAt, entry);

        assertThat(expiresAt("officer-okafor")).isEqualTo(lockedAt.plus(Attempts.LOCK));
    }

    private static Instant expiresAt(String personId) {
        return CITY.rows().of(Tables.PEOPLE).stream()
                .map(row -> StoredItem.of("attempts", 1, row))
                .filter(row -> row.string("personId").equals(personId))
                .findFirst()
                .orElseThrow()
                .instant("expiresAt");
    }
}
