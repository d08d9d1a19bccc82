package passby.aws.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Values;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.people.Role;
import passby.core.search.WaitingSearch;
import passby.core.search.WaitingSearch.Decision;
import passby.core.search.WaitingSearches;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Searches that wait for a second person, one row each beside the other requests, format version 1: those of a day lie in one
 * partition, in the order of their ids. A row holds no plate and no reason.
 */
public final class DynamoDbWaitingSearches implements WaitingSearches {
    private static final String REVISION = "revision";

    private static final TableSchema<WaitingSearch> ROW = SchemaBuilder.row(
                    Tables.REQUESTS, "search request", 1, WaitingSearch.class)
            .keys(search -> key(search.requestId()))
            .string("requester", WaitingSearch::personId)
            .string("digest", WaitingSearch::digest)
            .instant("requestedAt", WaitingSearch::requestedAt)
            .string("entryId", WaitingSearch::entryId)
            .with(
                    "state",
                    Converters.code(WaitingSearch.State.class, WaitingSearch.State::code, WaitingSearch.State::parse),
                    WaitingSearch::stored)
            .string("personId", search -> decision(search, Decision::personId))
            .with("role", Converters.code(Role.class, Role::code, Role::of), search -> decision(search, Decision::role))
            .instant("factorShownAt", search -> decision(search, Decision::factorShownAt))
            .string("decisionEntryId", search -> decision(search, Decision::entryId))
            .integer(REVISION, WaitingSearch::revision)
            .build(values -> new WaitingSearch(
                    values.string(Tables.REQUESTS.sortKey().orElseThrow()),
                    values.string("requester"),
                    values.string("digest"),
                    values.instant("requestedAt"),
                    values.string("entryId"),
                    values.get("state", WaitingSearch.State.class),
                    decision(values),
                    values.integer(REVISION)));

    private final DynamoDbTable<WaitingSearch> searches;
    private final DynamoDbChanges changes;

    public DynamoDbWaitingSearches(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.searches = tables.mapped(client, Tables.REQUESTS, ROW);
        this.changes = changes;
    }

    private static <T> @Nullable T decision(WaitingSearch search, java.util.function.Function<Decision, T> part) {
        return search.decision() == null ? null : part.apply(search.decision());
    }

    private static @Nullable Decision decision(Values values) {
        return values.has("decisionEntryId")
                ? new Decision(
                        values.string("personId"),
                        values.get("role", Role.class),
                        values.instant("factorShownAt"),
                        values.string("decisionEntryId"))
                : null;
    }

    private static String day(Instant instant) {
        return "search#" + KeyTimes.day(instant);
    }

    private static Key key(String requestId) {
        return Tables.REQUESTS.key(day(Ulids.timeOf(requestId)), requestId);
    }

    @Override
    public Optional<WaitingSearch> find(String requestId) {
        return Ulids.isUlid(requestId)
                ? Optional.ofNullable(
                        searches.getItem(get -> get.key(key(requestId)).consistentRead(true)))
                : Optional.empty();
    }

    @Override
    public List<WaitingSearch> askedOn(Instant day) {
        var ofDay = QueryConditional.keyEqualTo(key -> key.partitionValue(day(day)));
        return searches.query(query -> query.queryConditional(ofDay).consistentRead(true)).items().stream()
                .toList();
    }

    @Override
    public Commit add(WaitingSearch search, Entry entry) {
        return changes.commit(List.of(Writes.putNew(searches, search)), entry);
    }

    @Override
    public Commit revise(WaitingSearch revised, Entry entry) {
        var seen = AttributeValue.fromN(String.valueOf(revised.revision() - 1));
        return changes.commit(List.of(Writes.replace(searches, revised, REVISION, seen)), entry);
    }
}
