package passby.aws.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Tables;
import passby.core.plate.PlateKey;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads under the keys of their plates. */
public final class DynamoDbReads implements Reads {
    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbReads(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public Optional<Read> find(ReadRef ref) {
        var answer = client.getItem(get -> get.tableName(tables.name(Tables.READS))
                .key(ReadRowKeys.read(ref))
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(DynamoDbReadFormat.read(answer.item())) : Optional.empty();
    }

    @Override
    public Page byPlate(PlateKey key, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        if (!from.isBefore(to)) {
            return new Page(List.of(), null);
        }
        var reads = readOneMore(window(key, from, to), from, to, after, limit);
        return reads.size() <= limit
                ? new Page(reads, null)
                : new Page(reads.subList(0, limit), ReadRef.of(reads.get(limit - 1)));
    }

    private QueryRequest window(PlateKey key, Instant from, Instant to) {
        return QueryRequest.builder()
                .tableName(tables.name(Tables.READS))
                .keyConditionExpression("#plateKey = :plateKey AND #captured BETWEEN :from AND :to")
                .expressionAttributeNames(
                        Map.of("#plateKey", Tables.READS.partition(), "#captured", Tables.BY_CAMERA.sort()))
                .expressionAttributeValues(Map.of(
                        ":plateKey", AttributeValue.fromS(key.value()),
                        ":from", AttributeValue.fromS(ReadRowKeys.captureBound(from)),
                        ":to", AttributeValue.fromS(ReadRowKeys.captureBoundExcluding(to))))
                .consistentRead(true)
                .build();
    }

    /** One more than asked for tells whether there is a next page. Keys know milliseconds, the window may be finer. */
    private List<Read> readOneMore(QueryRequest window, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        var reads = new ArrayList<Read>();
        var start = after == null ? Map.<String, AttributeValue>of() : ReadRowKeys.read(after);
        do {
            var page = window.toBuilder().limit(limit + 1 - reads.size());
            if (!start.isEmpty()) {
                page.exclusiveStartKey(start);
            }
            var answer = client.query(page.build());
            answer.items().stream()
                    .map(DynamoDbReadFormat::read)
                    .filter(read -> !read.capturedAt().isBefore(from)
                            && read.capturedAt().isBefore(to))
                    .forEach(reads::add);
            start = answer.lastEvaluatedKey();
        } while (!start.isEmpty() && reads.size() <= limit);
        return reads;
    }
}
