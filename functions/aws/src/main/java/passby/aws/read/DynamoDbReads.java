package passby.aws.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Tables;
import passby.core.plate.PlateKey;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads under the keys of their plates. */
public final class DynamoDbReads implements Reads {
    private final DynamoDbTable<Read> table;

    public DynamoDbReads(DynamoDbClient client, Tables tables) {
        this.table = tables.mapped(client, Tables.READS, ReadSchema.ROW);
    }

    @Override
    public Optional<Read> find(ReadRef ref) {
        return Optional.ofNullable(
                table.getItem(get -> get.key(ReadRowKeys.read(ref)).consistentRead(true)));
    }

    @Override
    public Page byPlate(PlateKey key, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        if (!from.isBefore(to)) {
            return new Page(List.of(), null);
        }
        var reads = readOneMore(key, from, to, after, limit);
        return reads.size() <= limit
                ? new Page(reads, null)
                : new Page(reads.subList(0, limit), ReadRef.of(reads.get(limit - 1)));
    }

    @Override
    public List<Read> byPlateElsewhere(PlateKey key, Instant from, Instant to, String cameraId, int limit) {
        var query = window(key, from, to)
                .limit(limit)
                .filterExpression(Expression.builder()
                        .expression("#camera <> :camera")
                        .putExpressionName("#camera", ReadSchema.CAMERA)
                        .putExpressionValue(":camera", AttributeValue.fromS(cameraId))
                        .build());
        // One page: it is what the store looks at before the filter that is limited.
        return table.query(query.build()).stream()
                .limit(1)
                .flatMap(page -> page.items().stream())
                .filter(read ->
                        !read.capturedAt().isBefore(from) && read.capturedAt().isBefore(to))
                .toList();
    }

    private static QueryEnhancedRequest.Builder window(PlateKey key, Instant from, Instant to) {
        return QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.sortBetween(
                        Tables.READS.key(key.value(), ReadRowKeys.captureBound(from)),
                        Tables.READS.key(key.value(), ReadRowKeys.captureBoundExcluding(to))))
                .consistentRead(true);
    }

    /** One more than asked for tells whether there is a next page. Keys know milliseconds, the window may be finer. */
    private List<Read> readOneMore(PlateKey key, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        var query = window(key, from, to).limit(limit + 1);
        if (after != null) {
            query.exclusiveStartKey(Tables.READS.attributes(ReadRowKeys.read(after)));
        }
        return table.query(query.build()).items().stream()
                .filter(read ->
                        !read.capturedAt().isBefore(from) && read.capturedAt().isBefore(to))
                .limit(limit + 1L)
                .toList();
    }
}
