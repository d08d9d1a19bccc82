package passby.aws.hotlist;

import java.time.Instant;
import java.util.List;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.hotlist.ListedState;
import passby.core.hotlist.Suppression;
import passby.core.hotlist.Suppressions;
import passby.core.id.CaseNumber;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.plate.Plate;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Suppressions, all in one partition of the hot list, format version 1. The purge takes each at its end. */
public final class DynamoDbSuppressions implements Suppressions {
    /** No plate has such a key. */
    private static final String PARTITION = "suppressed";

    private static final TableSchema<Suppression> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.HOT_LIST, "suppression", 1, Suppression.class),
                    Suppression::expires,
                    Suppression::suppressionId)
            .keys(suppression -> Tables.HOT_LIST.key(PARTITION, suppression.suppressionId()))
            .string("source", Suppression::source)
            .with("plate", Converters.plate(), Suppression::plate)
            .string("state", suppression -> suppression.state().code())
            .string("reason", Suppression::reason)
            .string("caseNumber", suppression -> suppression.caseNumber().value())
            .string("owner", Suppression::owner)
            .instant("createdAt", Suppression::createdAt)
            .build(values -> new Suppression(
                    values.string(Tables.HOT_LIST.sortKey().orElseThrow()),
                    values.string("source"),
                    values.get("plate", Plate.class),
                    values.parse("state", DynamoDbSuppressions::state),
                    values.string("reason"),
                    new CaseNumber(values.string("caseNumber")),
                    values.string("owner"),
                    values.instant("createdAt"),
                    values.instant(Expiry.EXPIRES_AT)));

    private final DynamoDbTable<Suppression> suppressions;
    private final DynamoDbChanges changes;

    public DynamoDbSuppressions(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.suppressions = tables.mapped(client, Tables.HOT_LIST, ROW);
        this.changes = changes;
    }

    private static ListedState.Named state(String code) {
        return ListedState.parse(code)
                .filter(ListedState.Named.class::isInstance)
                .map(ListedState.Named.class::cast)
                .orElseThrow(IllegalArgumentException::new);
    }

    @Override
    public List<Suppression> live(Instant now) {
        var all = QueryConditional.keyEqualTo(key -> key.partitionValue(PARTITION));
        return suppressions.query(query -> query.queryConditional(all).consistentRead(true)).items().stream()
                .filter(suppression -> suppression.isLive(now))
                .toList();
    }

    @Override
    public Commit add(Suppression suppression, Entry entry) {
        return changes.commit(List.of(Writes.putNew(suppressions, suppression)), entry);
    }

    @Override
    public Commit replace(Suppression before, Suppression after, Entry entry) {
        return changes.commit(List.of(Writes.replaceWhole(suppressions, after, before)), entry);
    }
}
