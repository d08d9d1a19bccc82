package passby.aws.people;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.people.Session;
import passby.core.people.Sessions;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Sessions beside the person that they belong to, and one row that says when the account was last used. A session's row is made with
 * the entry of the sign-in, in one transaction, and touched at most once a minute, so a session may lock up to a minute early, never
 * late. It is ended by an attribute that no touch overwrites. Once the row is purged the session counts as seen for the first time,
 * long after its sign-in: locked.
 */
public final class DynamoDbSessions implements Sessions {
    private static final Duration WRITE_EVERY = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final String ENDED_AT = "endedAt";

    private static final TableSchema<Row> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.PEOPLE, "session", 1, Row.class),
                    row -> row.session().lastSeenAt().plus(KEPT),
                    row -> row.session().personId() + "#"
                            + PeopleRowKeys.sessionPart(row.session().sessionId()))
            .keys(row -> PeopleRowKeys.session(
                    row.session().personId(), row.session().sessionId()))
            .instant("signedInAt", row -> row.session().signedInAt())
            .instant("lastSeenAt", row -> row.session().lastSeenAt())
            .string("device", row -> row.session().device())
            .with(ENDED_AT, Converters.instant(), Row::endedAt)
            .build(values -> {
                var lastSeenAt = values.instant("lastSeenAt");
                // Rows of an earlier version, which live for an hour, name no device.
                var signedInAt = requireNonNullElse(values.find("signedInAt", Instant.class), lastSeenAt);
                var device = requireNonNullElse(values.find("device", String.class), "unknown");
                var session = new Session(
                        values.string("personId"),
                        PeopleRowKeys.sessionId(values.string("part")),
                        signedInAt,
                        lastSeenAt,
                        device);
                return new Row(session, values.find(ENDED_AT, Instant.class));
            });

    private static final TableSchema<Use> USE = SchemaBuilder.row(Tables.PEOPLE, "use", 1, Use.class)
            .keys(use -> PeopleRowKeys.use(use.personId()))
            .instant("usedAt", Use::usedAt)
            .build(values -> new Use(values.string("personId"), values.instant("usedAt")));

    private final DynamoDbTable<Row> sessions;
    private final DynamoDbTable<Use> uses;
    private final DynamoDbChanges changes;

    private record Row(Session session, @Nullable Instant endedAt) {
        boolean isLive(Instant now) {
            return endedAt == null && !session.isIdle(now);
        }
    }

    private record Use(String personId, Instant usedAt) {}

    public DynamoDbSessions(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.sessions = tables.mapped(client, Tables.PEOPLE, ROW);
        this.uses = tables.mapped(client, Tables.PEOPLE, USE);
        this.changes = changes;
    }

    @Override
    public Touch touch(String personId, String sessionId, Instant signedInAt, Instant now) {
        var key = PeopleRowKeys.session(personId, sessionId);
        var row = sessions.getItem(get -> get.key(key).consistentRead(true));
        if (row == null) {
            return now.isAfter(signedInAt.plus(IDLE_LOCK)) ? Touch.LOCKED : Touch.NEW;
        }
        if (!row.isLive(now)) {
            return Touch.LOCKED;
        }
        if (now.isBefore(row.session().lastSeenAt().plus(WRITE_EVERY))) {
            return Touch.LIVE;
        }
        // Of two at once the later write wins; they differ by moments.
        return put(new Row(row.session().seen(now), null), Writes.hasNo(ENDED_AT)) ? Touch.LIVE : Touch.LOCKED;
    }

    private boolean put(Row row, Expression condition) {
        try {
            sessions.putItem(PutItemEnhancedRequest.builder(Row.class)
                    .item(row)
                    .conditionExpression(condition)
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public Commit begin(Session session, Entry entry) {
        var began = Writes.putNew(sessions, new Row(session, null));
        var used = Writes.put(uses, new Use(session.personId(), session.lastSeenAt()));
        return changes.commit(List.of(began, used), entry);
    }

    @Override
    public List<Session> live(String personId, Instant now) {
        return rows(personId)
                .filter(row -> row.isLive(now))
                .map(Row::session)
                .sorted(Comparator.comparing(Session::lastSeenAt).reversed().thenComparing(Session::sessionId))
                .toList();
    }

    @Override
    public Optional<Session> find(String personId, String reference) {
        return rows(personId)
                .map(Row::session)
                .filter(session -> session.reference().equals(reference))
                .findFirst();
    }

    @Override
    public Commit end(Session session, Instant now, Entry entry) {
        var ended = Writes.replaceIf(sessions, new Row(session, now), isThereAndNotEnded());
        return changes.commit(List.of(ended), entry);
    }

    @Override
    public void endAll(String personId, Instant now) {
        rows(personId)
                .filter(row -> row.isLive(now))
                .forEach(row -> put(new Row(row.session(), now), Writes.hasNo(ENDED_AT)));
    }

    /** That the purge has not taken the row meanwhile, and nobody has ended it. */
    private Expression isThereAndNotEnded() {
        return Expression.join(Writes.hasKey(sessions), Writes.hasNo(ENDED_AT), " AND ");
    }

    private Stream<Row> rows(String personId) {
        return sessions
                .query(query -> query.queryConditional(PeopleRowKeys.sessionsOf(personId))
                        .consistentRead(true))
                .items()
                .stream();
    }

    @Override
    public Optional<Instant> lastUsed(String personId) {
        return Optional.ofNullable(
                        uses.getItem(get -> get.key(PeopleRowKeys.use(personId)).consistentRead(true)))
                .map(Use::usedAt);
    }

    @Override
    public void used(String personId, Instant now) {
        uses.putItem(new Use(personId, now));
    }
}
