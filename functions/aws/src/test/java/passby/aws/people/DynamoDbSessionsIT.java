package passby.aws.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.FaultyDynamoDb;
import passby.aws.dynamodb.FaultyDynamoDb.Fault;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.people.Session;
import passby.core.people.Sessions;
import passby.core.people.SessionsContract;
import passby.core.testing.TestData;

/** {@link DynamoDbSessions} over DynamoDB Local. */
final class DynamoDbSessionsIT extends SessionsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Sessions sessions() {
        return new DynamoDbSessions(CITY.client(), CITY.tables(), CITY.changes());
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }

    private static void begin(Sessions sessions, String personId, String sessionId) {
        var session = new Session(personId, sessionId, TestData.NOW, TestData.NOW, "a phone");
        sessions.begin(session, TestData.entry(EntryType.SIGN_IN));
    }

    @Test
    void aSessionInUseIsWrittenOnceAMinute() {
        try (var counting = FaultyDynamoDb.start("PutItem", Fault.THROTTLED, 0)) {
            var sessions = new DynamoDbSessions(counting.client(), CITY.tables(), CITY.changes());
            begin(sessions, "officer-lopez", "session-1");

            for (var second = 0; second < 180; second += 10) {
                sessions.touch("officer-lopez", "session-1", TestData.NOW, TestData.NOW.plusSeconds(second));
            }

            assertThat(counting.seen()).isEqualTo(2);
        }
    }

    @Test
    void aSessionsRowIsPurgedAnHourAfterItsLastUse() {
        var sessions = sessions();

        begin(sessions, "officer-okafor", "session-2");

        assertThat(CITY.rows().of(Tables.PEOPLE))
                .map(row -> StoredItem.of("session", 1, row))
                .filteredOn(row -> row.string("personId").equals("officer-okafor")
                        && row.string("part").startsWith("SESSION#"))
                .map(row -> row.instant("expiresAt"))
                .containsExactly(TestData.NOW.plus(Duration.ofHours(1)));
    }
}
