package passby.aws.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.Tables;
import passby.core.plate.CityKey;
import passby.core.plate.PairTokens;
import passby.core.plate.PlateKey;
import passby.core.plate.PlatePattern;
import passby.core.search.PlateIndex;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The distinct plates by the indexes of their pairs. The tokens are attributes of the plate's own row, so that they go with it,
 * whoever deletes it: there is nothing more to purge.
 */
public final class DynamoDbPlateIndex implements PlateIndex {
    static final String FOLD = "fold";

    private final Pages pages;
    private final Tables tables;
    private final Supplier<CityKey> cityKey;
    private final ExecutorService pool;

    /** @param pool on which several looks are made at once */
    public DynamoDbPlateIndex(DynamoDbClient client, Tables tables, Supplier<CityKey> cityKey, ExecutorService pool) {
        this.pages = new Pages(client);
        this.tables = tables;
        this.cityKey = cityKey;
        this.pool = pool;
    }

    @Override
    public Optional<List<PlateKey>> find(PlatePattern pattern) {
        return new PairTokens(cityKey.get()).looks(pattern).map(looks -> found(looks, pattern));
    }

    private List<PlateKey> found(List<PairTokens.Look> looks, PlatePattern pattern) {
        var keys = new TreeMap<String, PlateKey>();
        for (var plates : together(looks)) {
            for (var plate : plates) {
                if (pattern.fitsFold(text(plate, FOLD))) {
                    var key = text(plate, Tables.PLATES.sortKey().orElseThrow());
                    keys.computeIfAbsent(key, PlateKey::new);
                }
            }
        }
        return List.copyOf(keys.values());
    }

    private static String text(Map<String, AttributeValue> plate, String attribute) {
        return plate.getOrDefault(attribute, AttributeValue.fromS("")).s();
    }

    private List<List<Map<String, AttributeValue>>> together(List<PairTokens.Look> looks) {
        var tasks = looks.stream()
                .map(look -> (Callable<List<Map<String, AttributeValue>>>) () -> pages.query(query(look)))
                .toList();
        try {
            var found = new ArrayList<List<Map<String, AttributeValue>>>(looks.size());
            for (var future : pool.invokeAll(tasks)) {
                found.add(future.get());
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the search was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an index of plates could not be read", e.getCause());
        }
    }

    private QueryRequest query(PairTokens.Look look) {
        var index = Tables.BY_PAIR.get(look.position() - 1);
        var names = new HashMap<>(Map.of("#pair", index.partition()));
        var values = new HashMap<>(Map.of(":pair", AttributeValue.fromS(look.pair())));
        var condition = "#pair = :pair";
        if (look.next() != null) {
            names.put("#next", index.sort());
            values.put(":next", AttributeValue.fromS(look.next()));
            condition += " AND #next = :next";
        }
        return QueryRequest.builder()
                .tableName(tables.name(Tables.PLATES))
                .indexName(index.name())
                .keyConditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }
}
