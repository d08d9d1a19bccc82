package passby.aws.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.people.Sessions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Sessions beside the person that they belong to. The row is written at most once a minute, so a session may lock up to a
 * minute early, never late. Once its row is gone by its time to live it counts as seen for the first time, long after its
 * sign-in: locked.
 */
public final class DynamoDbSessions implements Sessions {
    private static final Duration WRITE_EVERY = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int VERSION = 1;

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbSessions(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public Touch touch(String personId, String sessionId, Instant signedInAt, Instant now) {
        var key = PeopleRowKeys.session(personId, sessionId);
        var answer = client.getItem(
                get -> get.tableName(tables.name(Tables.PEOPLE)).key(key).consistentRead(true));
        if (!answer.hasItem()) {
            return seenFirst(key, signedInAt, now);
        }
        var lastSeenAt = StoredItem.of("session", VERSION, answer.item()).instant("lastSeenAt");
        if (isIdle(lastSeenAt, now)) {
            return Touch.LOCKED;
        }
        if (!now.isBefore(lastSeenAt.plus(WRITE_EVERY))) {
            write(key, now);
        }
        return Touch.LIVE;
    }

    private Touch seenFirst(Map<String, AttributeValue> key, Instant signedInAt, Instant now) {
        if (isIdle(signedInAt, now)) {
            return Touch.LOCKED;
        }
        write(key, now);
        return Touch.LIVE;
    }

    private static boolean isIdle(Instant since, Instant now) {
        return now.isAfter(since.plus(IDLE_LOCK));
    }

    /** Of two at once the later write wins; they differ by moments. */
    private void write(Map<String, AttributeValue> key, Instant now) {
        var item = Item.of(VERSION).keys(key).instant("lastSeenAt", now).timeToLive(now.plus(KEPT));
        client.putItem(put -> put.tableName(tables.name(Tables.PEOPLE)).item(item.attributes()));
    }
}
