package passby.aws.hit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.aws.balance.TallyRows;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.balance.Tally;
import passby.core.hit.Hit;
import passby.core.hit.HitCourse;
import passby.core.hit.HitId;
import passby.core.hit.HitState;
import passby.core.hit.HitStep;
import passby.core.hit.Hits;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.retention.Cohort;
import passby.core.retention.RetentionClass;
import passby.core.retention.RetentionClock;
import passby.core.retention.RowClock;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
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
                    null,
                    null));

    /** What the index of pending confirmations holds of a hit: its keys. */
    private static final TableSchema<HitId> DUE = SchemaBuilder.partOfRow(Tables.HITS, "hit", HitId.class)
            .keys(HitRowKeys::hit)
            .string(Tables.BY_DUE.partition(), HitRowKeys::due)
            .string(Tables.BY_DUE.sort(), hitId -> null)
            .build(values -> values.parse("hitId", HitId::new));

    /** The same with a new date. Its attributes are none of those that another step would remove. */
    private static final TableSchema<Progress> REJECTED = SchemaBuilder.partOfRow(Tables.HITS, "hit", Progress.class)
            .keys(progress -> HitRowKeys.hit(progress.hitId()))
            .string(HitSchema.STATE, Progress::state)
            .integer(HitSchema.STEP_COUNT, Progress::stepCount)
            .string(Tables.BY_OPEN.partition(), Progress::open)
            .string(Tables.BY_OPEN.sort(), Progress::raised)
            .with(
                    Expiry.BASES,
                    Converters.map(Converters.instant()),
                    progress -> Map.of(RowClock.NON_HIT.code(), date(progress).base()))
            .instant(Expiry.EXPIRES_AT, progress -> date(progress).expiresAt())
            .string(
                    Tables.BY_EXPIRY.sort(),
                    progress -> Expiry.position(
                            date(progress).expiresAt(), progress.hitId().value() + "#" + HitRowKeys.HIT))
            .timeToLive(progress -> date(progress).expiresAt().plus(Expiry.SAFETY_NET))
            .build(values -> {
                throw new UnsupportedOperationException("written only");
            });

    private static Dated date(Progress progress) {
        return Objects.requireNonNull(progress.dated());
    }

    private final DynamoDbClient client;
    private final DynamoDbTable<Hit> hits;
    private final DynamoDbTable<StepSchema.Row> steps;
    private final DynamoDbTable<Progress> progress;
    private final DynamoDbTable<HitId> due;
    private final DynamoDbTable<Progress> rejections;
    private final DynamoDbTable<Date> dates;
    private final RejectedReads rejected;
    private final TallyRows tallies;
    private final DynamoDbChanges changes;

    /** The date of a step of a hit that an officer rejected. */
    private static final TableSchema<Date> DATE = SchemaBuilder.partOfRow(Tables.HITS, "hit", Date.class)
            .keys(Date::key)
            .instant(Expiry.EXPIRES_AT, Date::expiresAt)
            .string(
                    Tables.BY_EXPIRY.sort(),
                    date -> Expiry.position(
                            date.expiresAt(),
                            date.key().partitionKeyValue().s() + "#"
                                    + date.key().sortKeyValue().orElseThrow().s()))
            .timeToLive(date -> date.expiresAt().plus(Expiry.SAFETY_NET))
            .build(values -> {
                throw new UnsupportedOperationException("written only");
            });

    private record Date(Key key, Instant expiresAt) {}

    private record Progress(
            HitId hitId,
            String state,
            @Nullable Integer stepCount,
            @Nullable String open,
            @Nullable String raised,
            @Nullable String due,
            @Nullable Dated dated) {}

    /** The date of a rejected hit, and its retention base. */
    private record Dated(Instant expiresAt, Instant base) {}

    public DynamoDbHits(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.client = client;
        this.hits = tables.mapped(client, Tables.HITS, HitSchema.ROW);
        this.steps = tables.mapped(client, Tables.HITS, StepSchema.ROW);
        this.progress = tables.mapped(client, Tables.HITS, PROGRESS);
        this.due = tables.mapped(client, Tables.HITS, DUE);
        this.rejections = tables.mapped(client, Tables.HITS, REJECTED);
        this.dates = tables.mapped(client, Tables.HITS, DATE);
        this.rejected = new RejectedReads(client, tables);
        this.tallies = new TallyRows(client, tables);
        this.changes = changes;
    }

    /** Raw: a hit's partition holds rows of two shapes. */
    @Override
    public Optional<Hit> find(HitId hitId) {
        var query = QueryRequest.builder()
                .tableName(hits.tableName())
                .keyConditionExpression("#hitId = :hitId")
                .expressionAttributeNames(Map.of("#hitId", Tables.HITS.partition()))
                .expressionAttributeValues(Map.of(":hitId", AttributeValue.fromS(hitId.value())))
                .consistentRead(true)
                .build();
        var rows = new Pages(client).query(query);
        return rows.isEmpty() ? Optional.empty() : Optional.of(HitSchema.read(rows));
    }

    /** Mostly none is there: their own rows are asked for together, without their attributes, before any is read whole. */
    @Override
    public List<Hit> find(List<HitId> hitIds) {
        if (hitIds.size() == 1) {
            return find(hitIds.getFirst()).stream().toList();
        }
        var keys = hitIds.stream()
                .map(hitId -> Tables.HITS.attributes(HitRowKeys.hit(hitId)))
                .toList();
        var answer = client.batchGetItem(batch -> batch.requestItems(Map.of(
                hits.tableName(),
                KeysAndAttributes.builder()
                        .keys(keys)
                        .projectionExpression(Tables.HITS.partition())
                        .consistentRead(true)
                        .build())));
        // What a busy table leaves over is looked at one by one.
        var left = answer.unprocessedKeys().get(hits.tableName());
        var there = Stream.concat(
                        answer.responses().getOrDefault(hits.tableName(), List.of()).stream(),
                        left == null ? Stream.empty() : left.keys().stream())
                .map(row -> row.get(Tables.HITS.partition()))
                .collect(Collectors.toSet());
        return hitIds.stream()
                .filter(hitId -> there.contains(AttributeValue.fromS(hitId.value())))
                .flatMap(hitId -> find(hitId).stream())
                .toList();
    }

    @Override
    public List<Hit> open() {
        return open(QueryConditional.keyEqualTo(key -> key.partitionValue(HitRowKeys.OPEN)));
    }

    @Override
    public List<Hit> openBefore(Hit hit) {
        return open(QueryConditional.sortLessThan(
                key -> key.partitionValue(HitRowKeys.OPEN).sortValue(HitRowKeys.raised(hit.raisedAt(), hit.hitId()))));
    }

    private List<Hit> open(QueryConditional open) {
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

    @Override
    public List<HitId> unviewed(Instant raisedFrom, Instant raisedUntil) {
        var span = QueryConditional.sortBetween(
                key -> key.partitionValue(HitRowKeys.OPEN).sortValue(KeyTimes.millis(raisedFrom)),
                key -> key.partitionValue(HitRowKeys.OPEN)
                        .sortValue(KeyTimes.millis(raisedUntil) + HitRowKeys.BEHIND_ANY_ID));
        return progress.index(Tables.BY_OPEN.name()).query(query -> query.queryConditional(span)).stream()
                .flatMap(page -> page.items().stream())
                .filter(row -> row.state().equals(HitState.ALERTED.code()))
                .map(Progress::hitId)
                .toList();
    }

    @Override
    public Commit step(Hit seen, HitStep step, Entry entry) {
        return changes.commit(stepped(seen, step, seen.expiresAt(), null), entry);
    }

    /** The hit's own row counts the steps: a second step on the same sight of the hit finds the count moved on. */
    private List<Write> stepped(Hit seen, HitStep step, Instant expiresAt, @Nullable Instant base) {
        var number = seen.steps().size() + 1;
        var row = new StepSchema.Row(HitRowKeys.step(seen.hitId(), number), step, expiresAt);
        var date = base == null ? null : new Dated(expiresAt, base);
        var stepped = progress(
                seen, Stream.concat(seen.steps().stream(), Stream.of(step)).toList(), date);
        var before = Writes.has(HitSchema.STEP_COUNT, AttributeValue.fromN(Integer.toString(number - 1)));
        var table = date == null ? progress : rejections;
        return List.of(Writes.update(table, stepped, IgnoreNullsMode.DEFAULT, before), Writes.putNew(steps, row));
    }

    /** The keys of the indexes that the hit leaves are null, which removes them. */
    private static Progress progress(Hit hit, List<HitStep> taken, @Nullable Dated date) {
        var state = HitCourse.state(taken);
        return new Progress(
                hit.hitId(),
                state.code(),
                taken.size(),
                state.isOpen() ? HitRowKeys.OPEN : null,
                state.isOpen() ? HitRowKeys.raised(hit.raisedAt(), hit.hitId()) : null,
                HitCourse.dueAt(taken).map(KeyTimes::millis).orElse(null),
                date);
    }

    @Override
    public Commit reject(Hit seen, HitStep.Rejected step, Instant expiresAt, Entry entry) {
        var base = RetentionClock.base(
                seen.sighting().capturedAt(), seen.sighting().receivedAt());
        var own = new ArrayList<>(stepped(seen, step, expiresAt, base));
        for (var number = 1; number <= seen.steps().size(); number++) {
            var date = new Date(HitRowKeys.step(seen.hitId(), number), expiresAt);
            own.add(Writes.update(dates, date, IgnoreNullsMode.SCALAR_ONLY, Writes.hasNo(Expiry.MARK)));
        }
        var moved = new TreeMap<Cohort, Tally>();
        for (var fallen : rejected.find(seen, expiresAt)) {
            own.add(rejected.write(fallen));
            var to = fallen.cohort();
            if (to != null) {
                moved.merge(new Cohort(to.day(), RetentionClass.HIT), new Tally(0, 0, 1, 0), Tally::plus);
                moved.merge(to, new Tally(0, 1, 0, 0), Tally::plus);
            }
        }
        return tallies.commit(
                moved,
                added -> changes.commit(
                        Stream.concat(own.stream(), added.stream()).toList(), List.of(entry)),
                entry);
    }
}
