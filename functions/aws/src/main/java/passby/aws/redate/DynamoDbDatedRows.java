package passby.aws.redate;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Tables;
import passby.aws.purge.RowTables;
import passby.core.purge.RowKind;
import passby.core.redate.DatedRow;
import passby.core.redate.DatedRows;
import passby.core.retention.RowClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Walks a table by a parallel scan and changes dates many rows at a time. Where one row of a transaction has changed
 * meanwhile, its rows are changed one by one.
 */
public final class DynamoDbDatedRows implements DatedRows {
    private static final int PAGE = 1_000;
    private static final int ROWS_A_TRANSACTION = 100;

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbDatedRows(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public Page page(RowKind kind, int segment, @Nullable String after) {
        var table = RowTables.of(kind);
        var names = new HashMap<>(Map.of(
                "#p", table.partition(),
                "#bases", Expiry.BASES,
                "#expires", Expiry.EXPIRES_AT,
                "#pictures", Expiry.PICTURES_EXPIRE_AT));
        table.sortKey().ifPresent(sort -> names.put("#s", sort));
        var answer = client.scan(scan -> {
            scan.tableName(tables.name(table))
                    .segment(segment)
                    .totalSegments(SEGMENTS)
                    .limit(PAGE)
                    .projectionExpression(
                            "#p, " + (table.sortKey().isPresent() ? "#s, " : "") + "#bases, #expires, #pictures")
                    .expressionAttributeNames(names);
            if (after != null) {
                scan.exclusiveStartKey(RowTables.attributes(kind, after));
            }
        });
        var rows = answer.items().stream()
                .filter(item -> item.containsKey(Expiry.BASES))
                .map(item -> row(kind, item))
                .toList();
        return new Page(rows, answer.hasLastEvaluatedKey() ? RowTables.key(kind, answer.lastEvaluatedKey()) : null);
    }

    private static DatedRow row(RowKind kind, Map<String, AttributeValue> item) {
        var bases = new EnumMap<RowClock, Instant>(RowClock.class);
        var stored =
                item.getOrDefault(Expiry.BASES, AttributeValue.fromM(Map.of())).m();
        for (var clock : RowClock.values()) {
            Optional.ofNullable(stored.get(clock.code())).ifPresent(base -> bases.put(clock, Instant.parse(base.s())));
        }
        return new DatedRow(
                kind,
                RowTables.key(kind, item),
                bases,
                instant(item, Expiry.EXPIRES_AT).orElseThrow(),
                instant(item, Expiry.PICTURES_EXPIRE_AT).orElse(null));
    }

    private static Optional<Instant> instant(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(value -> Instant.parse(value.s()));
    }

    @Override
    public int change(List<Change> changes) {
        var changed = 0;
        for (var from = 0; from < changes.size(); from += ROWS_A_TRANSACTION) {
            changed += together(changes.subList(from, Math.min(changes.size(), from + ROWS_A_TRANSACTION)));
        }
        return changed;
    }

    private int together(List<Change> changes) {
        var items = changes.stream()
                .map(change -> TransactWriteItem.builder()
                        .update(update(change, false))
                        .build())
                .toList();
        try {
            client.transactWriteItems(request -> request.transactItems(items));
            return changes.size();
        } catch (TransactionCanceledException e) {
            return (int) changes.stream().filter(this::alone).count();
        }
    }

    private boolean alone(Change change) {
        return attempt(update(change, false)) || attempt(update(change, true));
    }

    private boolean attempt(Update update) {
        try {
            client.updateItem(request -> request.tableName(update.tableName())
                    .key(update.key())
                    .updateExpression(update.updateExpression())
                    .conditionExpression(update.conditionExpression())
                    .expressionAttributeNames(update.expressionAttributeNames())
                    .expressionAttributeValues(update.expressionAttributeValues()));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** @param held such a row is not in the index of dates, and does not come back into it by a new date */
    private Update update(Change change, boolean held) {
        var after = change.after();
        var kind = after.kind();
        var names = new HashMap<>(Map.of(
                "#expires", Expiry.EXPIRES_AT,
                "#ttl", Tables.TIME_TO_LIVE,
                "#mark", Expiry.MARK,
                "#holds", Expiry.HOLDS));
        var values = new HashMap<>(Map.of(
                ":before", AttributeValue.fromS(change.before().expiresAt().toString()),
                ":expires", AttributeValue.fromS(after.expiresAt().toString()),
                ":ttl", Expiry.timeToLive(after.expiresAt())));
        var set = "SET #expires = :expires, #ttl = :ttl";
        var pictures = after.picturesExpireAt();
        if (pictures != null) {
            names.put("#pictures", Expiry.PICTURES_EXPIRE_AT);
            values.put(":pictures", AttributeValue.fromS(pictures.toString()));
            set += ", #pictures = :pictures";
        }
        if (!held) {
            var position =
                    Expiry.position(Expiry.earlier(after.expiresAt(), pictures), RowTables.id(kind, after.key()));
            names.put("#position", Tables.BY_EXPIRY.sort());
            values.put(":position", AttributeValue.fromS(position));
            set += ", #position = :position";
        }
        return Update.builder()
                .tableName(tables.name(RowTables.of(kind)))
                .key(RowTables.attributes(kind, after.key()))
                .updateExpression(set)
                .conditionExpression("#expires = :before AND attribute_not_exists(#mark) AND "
                        + (held ? "attribute_exists(#holds)" : "attribute_not_exists(#holds)"))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }
}
