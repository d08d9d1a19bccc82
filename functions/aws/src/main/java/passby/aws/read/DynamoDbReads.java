package passby.aws.read;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Tables;
import passby.core.plate.PlateKey;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads under the keys of their plates. */
public final class DynamoDbReads implements Reads {
    private static final String SORT = Tables.READS.sortKey().orElseThrow();
    private static final Map<String, String> NAMES = Map.of("#plate", Tables.READS.partition(), "#captured", SORT);

    private final DynamoDbTable<Read> table;
    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbReads(DynamoDbClient client, Tables tables) {
        this.table = tables.mapped(client, Tables.READS, ReadSchema.ROW);
        this.client = client;
        this.tables = tables;
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
                : new Page(reads.subList(0, limit), ReadRef.under(key, reads.get(limit - 1)));
    }

    /** Of the reads of the plate itself: what a person said of another one is no sighting. */
    @Override
    public List<Read> byPlateElsewhere(PlateKey key, Instant from, Instant to, String cameraId, int limit) {
        var names = new HashMap<>(NAMES);
        names.put("#camera", ReadSchema.CAMERA);
        names.put("#of", DynamoDbCorrections.OF);
        var values = new HashMap<>(bounds(key, from, to));
        values.put(":camera", AttributeValue.fromS(cameraId));
        var query = window(key, from, to)
                .limit(limit)
                .filterExpression("#camera <> :camera AND attribute_not_exists(#of)")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
        // One page: it is what the store looks at before the filter that is limited.
        return client.query(query.build()).items().stream()
                .map(ReadSchema.ROW::mapToItem)
                .filter(read -> isIn(read, from, to))
                .toList();
    }

    /** One partition a day; the index names rows by their keys, and the next day is asked only for what is still missing. */
    @Override
    public List<ReadRef> byCamera(String cameraId, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        var refs = new ArrayList<ReadRef>();
        var start = after == null || after.capturedAt().isBefore(from) ? from : after.capturedAt();
        for (var day = start.truncatedTo(ChronoUnit.DAYS);
                day.isBefore(to) && refs.size() < limit;
                day = day.plus(1, ChronoUnit.DAYS)) {
            refs.addAll(ofDay(ReadRowKeys.cameraDay(cameraId, day), start, to, after, limit - refs.size()));
        }
        return refs;
    }

    private List<ReadRef> ofDay(String cameraDay, Instant start, Instant to, @Nullable ReadRef after, int limit) {
        var past = after == null ? "" : ReadRowKeys.captured(after.capturedAt(), after.readId());
        var first = ReadRowKeys.captureBound(start);
        var query = QueryRequest.builder()
                .tableName(tables.name(Tables.READS))
                .indexName(Tables.BY_CAMERA.name())
                .keyConditionExpression("#day = :day AND #captured BETWEEN :from AND :to")
                .expressionAttributeNames(Map.of("#day", Tables.BY_CAMERA.partition(), "#captured", SORT))
                .expressionAttributeValues(Map.of(
                        ":day", AttributeValue.fromS(cameraDay),
                        ":from", AttributeValue.fromS(past.compareTo(first) > 0 ? past : first),
                        ":to", AttributeValue.fromS(ReadRowKeys.captureBoundExcluding(to))))
                .limit(limit + 1)
                .build();
        return client.query(query).items().stream()
                .filter(row -> !text(row, SORT).equals(past))
                .map(row -> ReadRowKeys.ref(text(row, Tables.READS.partition()), text(row, SORT)))
                .limit(limit)
                .toList();
    }

    private static String text(Map<String, AttributeValue> row, String key) {
        return row.getOrDefault(key, AttributeValue.fromS("")).s();
    }

    private QueryRequest.Builder window(PlateKey key, Instant from, Instant to) {
        return QueryRequest.builder()
                .tableName(tables.name(Tables.READS))
                .keyConditionExpression("#plate = :plate AND #captured BETWEEN :from AND :to")
                .expressionAttributeNames(NAMES)
                .expressionAttributeValues(bounds(key, from, to))
                .consistentRead(true);
    }

    private static Map<String, AttributeValue> bounds(PlateKey key, Instant from, Instant to) {
        return Map.of(
                ":plate", AttributeValue.fromS(key.value()),
                ":from", AttributeValue.fromS(ReadRowKeys.captureBound(from)),
                ":to", AttributeValue.fromS(ReadRowKeys.captureBoundExcluding(to)));
    }

    /** Keys know milliseconds, the window may be finer. */
    private static boolean isIn(Read read, Instant from, Instant to) {
        return !read.capturedAt().isBefore(from) && read.capturedAt().isBefore(to);
    }

    /** One more than asked for tells whether there is a next page. */
    private List<Read> readOneMore(PlateKey key, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        var query = window(key, from, to).limit(limit + 1);
        if (after != null) {
            query.exclusiveStartKey(Tables.READS.attributes(ReadRowKeys.read(after)));
        }
        return client.queryPaginator(query.build()).items().stream()
                .flatMap(row -> read(row).stream())
                .filter(read -> isIn(read, from, to))
                .limit(limit + 1L)
                .toList();
    }

    /** The read itself, or the one that the row of a correction names. */
    private Optional<Read> read(Map<String, AttributeValue> row) {
        var of = text(row, DynamoDbCorrections.OF);
        if (of.isEmpty()) {
            return Optional.of(ReadSchema.ROW.mapToItem(row));
        }
        return find(ReadRowKeys.corrected(of, text(row, SORT)));
    }
}
