package passby.aws.hit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.hit.Hit;
import passby.core.hit.HitCourse;
import passby.core.hit.HitId;
import passby.core.hit.HitStep;
import passby.core.hit.Hits;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Hits with their steps: one partition each. The list of open ones may lag a moment; what it shows of a hit does not. */
public final class DynamoDbHits implements Hits {
    private static final int MAX_OPEN = 100;

    /** What the list of open hits shows of a hit, and what a step changes of it. */
    private static final TableSchema<Progress> PROGRESS = SchemaBuilder.partOfRow(Tables.HITS, "hit", Progress.class)
            .keys(progress -> HitRowKeys.hit(progress.hitId()))
            .string(HitSchema.STATE, Progress::state)
            .integer(HitSchema.STEP_COUNT, Progress::stepCount)
            .string(Tables.BY_OPEN.partition(), Progress::open)
            .string(Tables.BY_OPEN.sort(), Progress::raised)
            .string(
                    Tables.BY_DUE.partition(),
                    progress -> progress.due() == null ? null : HitRowKeys.due(progress.hitId()))
            .string(Tables.BY_DUE.sort(), Progress::due)
            .build(values -> new Progress(
                    values.parse("hitId", HitId::new),
                    values.string(HitSchema.STATE),
                    null,
                    values.string(Tables.BY_OPEN.partition()),
                    values.string(Tables.BY_OPEN.sort()),
                    null));

    /** What the index of pending confirmations holds of a hit: its keys. */
    private static final TableSchema<HitId> DUE = SchemaBuilder.partOfRow(Tables.HITS, "hit", HitId.class)
            .keys(HitRowKeys::hit)
            .string(Tables.BY_DUE.partition(), HitRowKeys::due)
            .string(Tables.BY_DUE.sort(), hitId -> null)
            .build(values -> values.parse("hitId", HitId::new));

    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbTable<StepSchema.Row> steps;
    private final DynamoDbTable<Progress> progress;
    private final DynamoDbTable<HitId> due;
    private final DynamoDbChanges changes;

    private record Progress(
            HitId hitId,
            String state,
            @Nullable Integer stepCount,
            @Nullable String open,
            @Nullable String raised,
            @Nullable String due) {}

    public DynamoDbHits(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.client = client;
        this.tables = tables;
        this.steps = tables.mapped(client, Tables.HITS, StepSchema.ROW);
        this.progress = tables.mapped(client, Tables.HITS, PROGRESS);
        this.due = tables.mapped(client, Tables.HITS, DUE);
        this.changes = changes;
    }

    /** Raw: a hit's partition holds rows of two shapes. */
    @Override
    public Optional<Hit> find(HitId hitId) {
        var query = QueryRequest.builder()
                .tableName(tables.name(Tables.HITS))
                .keyConditionExpression("#hitId = :hitId")
                .expressionAttributeNames(Map.of("#hitId", Tables.HITS.partition()))
                .expressionAttributeValues(Map.of(":hitId", AttributeValue.fromS(hitId.value())))
                .consistentRead(true)
                .build();
        var rows = new Pages(client).query(query);
        return rows.isEmpty() ? Optional.empty() : Optional.of(HitSchema.read(rows));
    }

    @Override
    public List<Hit> open() {
        var open = QueryConditional.keyEqualTo(key -> key.partitionValue(HitRowKeys.OPEN));
        return progress
                .index(Tables.BY_OPEN.name())
                .query(query ->
                        query.queryConditional(open).scanIndexForward(false).limit(MAX_OPEN))
                .stream()
                .flatMap(page -> page.items().stream())
                .limit(MAX_OPEN)
                .flatMap(row -> find(row.hitId()).stream())
                .filter(hit -> hit.state().isOpen())
                .toList();
    }

    @Override
    public List<HitId> due(Instant now) {
        return HitRowKeys.allDue().stream()
                .flatMap(shard -> due(shard, now))
                .limit(MAX_OPEN)
                .toList();
    }

    private Stream<HitId> due(String shard, Instant now) {
        var before = QueryConditional.sortLessThanOrEqualTo(
                key -> key.partitionValue(shard).sortValue(KeyTimes.millis(now)));
        return due
                .index(Tables.BY_DUE.name())
                .query(query -> query.queryConditional(before).limit(MAX_OPEN))
                .stream()
                .flatMap(page -> page.items().stream())
                .limit(MAX_OPEN);
    }

    /**
     * The hit's own row counts the steps: a second step on the same sight of the hit finds the count moved on. The keys of
     * the indexes that the hit leaves are null, which removes them.
     */
    @Override
    public Commit step(Hit seen, HitStep step, Entry entry) {
        var number = seen.steps().size() + 1;
        var row = new StepSchema.Row(HitRowKeys.step(seen.hitId(), number), step, seen.expiresAt());
        var before = Writes.has(HitSchema.STEP_COUNT, AttributeValue.fromN(Integer.toString(number - 1)));
        var stepped = progress(
                seen, Stream.concat(seen.steps().stream(), Stream.of(step)).toList());
        return changes.commit(
                List.of(Writes.putNew(steps, row), Writes.update(progress, stepped, IgnoreNullsMode.DEFAULT, before)),
                entry);
    }

    private static Progress progress(Hit hit, List<HitStep> taken) {
        var state = HitCourse.state(taken);
        return new Progress(
                hit.hitId(),
                state.code(),
                taken.size(),
                state.isOpen() ? HitRowKeys.OPEN : null,
                state.isOpen() ? HitRowKeys.raised(hit.raisedAt(), hit.hitId()) : null,
                HitCourse.dueAt(taken).map(KeyTimes::millis).orElse(null));
    }
}
