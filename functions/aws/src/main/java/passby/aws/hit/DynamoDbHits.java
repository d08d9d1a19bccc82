package passby.aws.hit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.hotlist.EntryReviews;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.ledger.DynamoDbChanges.Result;
import passby.core.hit.Hit;
import passby.core.hit.HitId;
import passby.core.hit.HitState;
import passby.core.hit.HitStep;
import passby.core.hit.Hits;
import passby.core.hit.UnfinishedRejections;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Hits with their steps: one partition each. The list of open ones may lag a moment; what it shows of a hit does not. */
public final class DynamoDbHits implements Hits, UnfinishedRejections {
    private static final int MAX_OPEN = 100;
    private static final int MAX_ATTEMPTS = 5;

    /** What the index of hits for which a clock waits holds of one: its keys. */
    private static final TableSchema<HitId> WAITING = SchemaBuilder.partOfRow(Tables.HITS, "hit", HitId.class)
            .keys(HitRowKeys::hit)
            .string(Tables.BY_DUE.partition(), HitRowKeys::due)
            .string(Tables.BY_DUE.sort(), hitId -> null)
            .build(values -> values.parse("hitId", HitId::new));

    private final DynamoDbClient client;
    private final DynamoDbTable<Hit> hits;
    private final DynamoDbTable<Progress> progress;
    private final DynamoDbTable<HitId> waiting;
    private final StepWrites steps;
    private final Rejections rejections;
    private final EntryReviews reviews;
    private final DynamoDbChanges changes;

    public DynamoDbHits(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.client = client;
        this.hits = tables.mapped(client, Tables.HITS, HitSchema.ROW);
        this.progress = tables.mapped(client, Tables.HITS, Progress.STEPPED);
        this.waiting = tables.mapped(client, Tables.HITS, WAITING);
        this.steps = new StepWrites(client, tables);
        this.rejections = new Rejections(client, tables, steps, changes);
        this.reviews = new EntryReviews(client, tables);
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
        return waiting(before);
    }

    private Stream<HitId> waiting(QueryConditional partition) {
        return waiting
                .index(Tables.BY_DUE.name())
                .query(query -> query.queryConditional(partition).limit(MAX_OPEN))
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

    /** An entry that somebody changes at the same moment is read again: the step is not lost for it. */
    @Override
    public Commit step(Hit seen, HitStep step, Entry entry) {
        var acted = seen.entriesToReview(step);
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var asked = reviews.writes(acted, seen.plateKey(), step.at());
            var writes =
                    Stream.concat(steps.of(seen, step).stream(), asked.stream()).toList();
            switch (changes.commit(writes, List.of(entry))) {
                case Result.Done() -> {
                    return new Commit.Done(entry.accepted());
                }
                case Result.Refused(var positions) -> {
                    if (positions.stream().anyMatch(position -> position < StepWrites.ROWS)) {
                        return new Commit.Conflict();
                    }
                }
            }
        }
        throw new IllegalStateException("others change the entries of a hit at the same moment");
    }

    @Override
    public Commit reject(Hit seen, HitStep.Rejected step, Instant expiresAt, Entry entry) {
        return rejections.reject(seen, step, expiresAt, entry);
    }

    @Override
    public List<HitId> unfinished() {
        return waiting(QueryConditional.keyEqualTo(key -> key.partitionValue(HitRowKeys.UNFINISHED)))
                .toList();
    }

    @Override
    public void finish(Hit rejected, Instant expiresAt, boolean isLast) {
        rejections.finish(rejected, expiresAt, isLast);
    }
}
