package passby.aws.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.Watermarks;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.UpdateItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Watermarks among the counters, in rows of their own that never expire. */
public final class DynamoDbWatermarks implements Watermarks {
    /** Of one length, so that DynamoDB can compare two of them as texts. */
    private static final DateTimeFormatter NANOS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final TableSchema<Watermark> ROW = SchemaBuilder.row(
                    Tables.COUNTERS, "watermark", 1, Watermark.class)
            .keys(Watermark::key)
            .with("at", Converters.text(Instant.class, NANOS::format, Instant::parse), Watermark::at)
            .build(values -> new Watermark(
                    Tables.COUNTERS.key(values.string(Tables.COUNTERS.partition())), values.instant("at")));

    private final DynamoDbTable<Watermark> watermarks;
    private final DynamoDbChanges changes;

    private record Watermark(Key key, Instant at) {}

    public DynamoDbWatermarks(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.watermarks = tables.mapped(client, Tables.COUNTERS, ROW);
        this.changes = changes;
    }

    @Override
    public Optional<Instant> find(String job) {
        return Optional.ofNullable(watermarks.getItem(
                        get -> get.key(CounterRowKeys.watermark(job)).consistentRead(true)))
                .map(Watermark::at);
    }

    @Override
    public void advance(String job, Instant to) {
        try {
            watermarks.updateItem(UpdateItemEnhancedRequest.builder(Watermark.class)
                    .returnValues(ReturnValue.NONE)
                    .item(new Watermark(CounterRowKeys.watermark(job), to))
                    .conditionExpression(isBefore(to))
                    .build());
        } catch (ConditionalCheckFailedException e) {
            // The job is as far already.
        }
    }

    @Override
    public Commit advance(String job, Instant to, Entry entry) {
        return changes.commit(List.of(advancement(job, to)), entry);
    }

    /** A part of a transaction that does more than advance. */
    public Write advancement(String job, Instant to) {
        var watermark = new Watermark(CounterRowKeys.watermark(job), to);
        return Writes.update(watermarks, watermark, IgnoreNullsMode.DEFAULT, isBefore(to));
    }

    private static Expression isBefore(Instant to) {
        return Expression.builder()
                .expression("attribute_not_exists(#at) OR #at < :at")
                .putExpressionName("#at", "at")
                .putExpressionValue(":at", AttributeValue.fromS(NANOS.format(to)))
                .build();
    }
}
