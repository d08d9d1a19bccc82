package passby.aws.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import passby.aws.dynamodb.Parts;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.UnreadableItem;
import passby.aws.dynamodb.Values;
import passby.aws.dynamodb.Writes;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.read.SamplePlaces;
import passby.core.read.SampledRead;
import passby.core.recognition.Engine;
import passby.core.sample.Label;
import passby.core.sample.Sample;
import passby.core.sample.SampleId;
import passby.core.sample.Samples;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The random sample, beside the counters: a row for each place of a camera's day. It names a read by its id alone, which leads to a plate
 * only as long as the read's frame is there; so the time to live may delete it.
 */
public final class DynamoDbSamples implements Samples, SamplePlaces {
    private static final String LOT = "lot";
    private static final String OPENED_BY = "openedBy";

    static final TableSchema<Sample> ROW = SchemaBuilder.row(Tables.COUNTERS, "sample", 1, Sample.class)
            .keys(sample -> CounterRowKeys.sample(
                    sample.read().day(), sample.read().place(), sample.read().cameraId()))
            .string("cameraId", sample -> sample.read().cameraId())
            .string("day", sample -> sample.read().day().toString())
            .integer("place", sample -> sample.read().place())
            .string(LOT, sample -> sample.read().lot())
            .string("readId", sample -> sample.read().readId())
            .with("engine", Parts.engine(), sample -> sample.read().engine())
            .instant("expiresAt", sample -> sample.read().expiresAt())
            .timeToLive(sample -> sample.read().expiresAt())
            .strings(OPENED_BY, Sample::openedBy)
            .string(
                    "label",
                    sample -> sample.label() == null ? null : sample.label().code())
            .build(DynamoDbSamples::sample);

    private final CounterRows rows;
    private final DynamoDbTable<Sample> samples;
    private final DynamoDbChanges changes;

    public DynamoDbSamples(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.rows = new CounterRows(client, tables);
        this.samples = tables.mapped(client, Tables.COUNTERS, ROW);
        this.changes = changes;
    }

    private static Sample sample(Values values) {
        var label = values.find("label", String.class);
        return new Sample(
                new SampledRead(
                        values.string("cameraId"),
                        values.parse("day", LocalDate::parse),
                        values.integer("place"),
                        values.string(LOT),
                        values.string("readId"),
                        values.get("engine", Engine.class),
                        values.instant("expiresAt")),
                values.strings(OPENED_BY),
                label == null
                        ? null
                        : Label.parse(label).orElseThrow(() -> new UnreadableItem("sample", "has no valid label")));
    }

    @Override
    public void offer(SampledRead candidate) {
        var lower = Expression.builder()
                .expression("attribute_not_exists(#key) OR (#lot > :lot AND attribute_not_exists(#opened))")
                .putExpressionName("#key", Tables.COUNTERS.partition())
                .putExpressionName("#lot", LOT)
                .putExpressionName("#opened", OPENED_BY)
                .putExpressionValue(":lot", AttributeValue.fromS(candidate.lot()))
                .build();
        try {
            samples.putItem(PutItemEnhancedRequest.builder(Sample.class)
                    .item(new Sample(candidate, Set.of(), null))
                    .conditionExpression(lower)
                    .build());
        } catch (ConditionalCheckFailedException e) {
            // Another read has the place.
        }
    }

    @Override
    public Optional<Sample> find(SampleId id) {
        return Optional.ofNullable(
                samples.getItem(get -> get.key(CounterRowKeys.sample(id.day(), id.place(), id.cameraId()))
                        .consistentRead(true)));
    }

    @Override
    public List<Sample> find(List<SampleId> ids) {
        var keys = ids.stream()
                .map(id -> Tables.COUNTERS.attributes(CounterRowKeys.sample(id.day(), id.place(), id.cameraId())))
                .toList();
        return rows.find(keys).stream().map(ROW::mapToItem).toList();
    }

    @Override
    public Commit replace(Sample seen, Sample sample, Entry entry) {
        return changes.commit(List.of(Writes.replaceWhole(samples, sample, seen)), entry);
    }
}
