package passby.aws.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.Watermarks;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Watermarks among the counters, in rows of their own that never expire. */
public final class DynamoDbWatermarks implements Watermarks {
    private static final int VERSION = 1;

    /** Of one length, so that DynamoDB can compare two of them as texts. */
    private static final DateTimeFormatter NANOS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbChanges changes;

    public DynamoDbWatermarks(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.client = client;
        this.tables = tables;
        this.changes = changes;
    }

    @Override
    public Optional<Instant> find(String job) {
        var answer = client.getItem(get -> get.tableName(tables.name(Tables.COUNTERS))
                .key(CounterRowKeys.watermark(job))
                .consistentRead(true));
        return answer.hasItem()
                ? Optional.of(StoredItem.of("watermark", VERSION, answer.item()).instant("at"))
                : Optional.empty();
    }

    @Override
    public void advance(String job, Instant to) {
        var advance = advanced(job, to);
        try {
            client.updateItem(update -> update.tableName(advance.tableName())
                    .key(advance.key())
                    .updateExpression(advance.updateExpression())
                    .conditionExpression(advance.conditionExpression())
                    .expressionAttributeNames(advance.expressionAttributeNames())
                    .expressionAttributeValues(advance.expressionAttributeValues()));
        } catch (ConditionalCheckFailedException e) {
            // The job is as far already.
        }
    }

    @Override
    public Commit advance(String job, Instant to, Entry entry) {
        return changes.commit(
                List.of(TransactWriteItem.builder().update(advanced(job, to)).build()), entry);
    }

    private Update advanced(String job, Instant to) {
        return Update.builder()
                .tableName(tables.name(Tables.COUNTERS))
                .key(CounterRowKeys.watermark(job))
                .updateExpression("SET #at = :at, #v = :v")
                .conditionExpression("attribute_not_exists(#at) OR #at < :at")
                .expressionAttributeNames(Map.of("#at", "at", "#v", "v"))
                .expressionAttributeValues(Map.of(
                        ":at", AttributeValue.fromS(NANOS.format(to)),
                        ":v", AttributeValue.fromN(String.valueOf(VERSION))))
                .build();
    }
}
