package passby.aws.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.people.Sessions;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Sessions beside the person that they belong to. The row is made with the entry of the sign-in, in one transaction, and touched at
 * most once a minute, so a session may lock up to a minute early, never late. Once its row is purged it counts as seen for the first time, long after its
 * sign-in: locked.
 */
public final class DynamoDbSessions implements Sessions {
    private static final Duration WRITE_EVERY = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(1);

    private static final TableSchema<Session> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.PEOPLE, "session", 1, Session.class),
                    session -> session.lastSeenAt().plus(KEPT),
                    session -> session.key().partitionKeyValue().s() + "#"
                            + session.key().sortKeyValue().orElseThrow().s())
            .keys(Session::key)
            .instant("lastSeenAt", Session::lastSeenAt)
            .build(values -> new Session(
                    Tables.PEOPLE.key(values.string("personId"), values.string("part")), values.instant("lastSeenAt")));

    private final DynamoDbTable<Session> sessions;
    private final DynamoDbChanges changes;

    private record Session(Key key, Instant lastSeenAt) {}

    public DynamoDbSessions(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.sessions = tables.mapped(client, Tables.PEOPLE, ROW);
        this.changes = changes;
    }

    @Override
    public Touch touch(String personId, String sessionId, Instant signedInAt, Instant now) {
        var key = PeopleRowKeys.session(personId, sessionId);
        var seen = sessions.getItem(get -> get.key(key).consistentRead(true));
        if (isIdle(seen == null ? signedInAt : seen.lastSeenAt(), now)) {
            return Touch.LOCKED;
        }
        if (seen == null) {
            return Touch.NEW;
        }
        if (!now.isBefore(seen.lastSeenAt().plus(WRITE_EVERY))) {
            // Of two at once the later write wins; they differ by moments.
            sessions.putItem(new Session(key, now));
        }
        return Touch.LIVE;
    }

    @Override
    public Commit begin(String personId, String sessionId, Instant now, Entry entry) {
        var session = new Session(PeopleRowKeys.session(personId, sessionId), now);
        return changes.commit(List.of(Writes.putNew(sessions, session)), entry);
    }

    private static boolean isIdle(Instant since, Instant now) {
        return now.isAfter(since.plus(IDLE_LOCK));
    }
}
