package passby.aws.read;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Tables;
import passby.core.plate.CityKey;
import passby.core.plate.PairTokens;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.retention.RowClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The distinct plates of everything that is stored. Each note moves {@code rev} on and takes the purge's mark off, so that
 * whoever is about to drop the plate sees that it was read again. Its date is only ever raised: the purge lowers it. Its place in
 * the index of dates is that of its first read until the purge comes by and gives it the latest date, so that a read of a known
 * plate writes one row and no index.
 */
final class DynamoDbPlates {
    private final DynamoDbClient client;
    private final Tables tables;
    private final Supplier<CityKey> cityKey;

    DynamoDbPlates(DynamoDbClient client, Tables tables, Supplier<CityKey> cityKey) {
        this.client = client;
        this.tables = tables;
        this.cityKey = cityKey;
    }

    /** Raw: ADD, and a condition that only raises. */
    void note(PlateKey plateKey, Plate plate, Instant expiresAt, Map<RowClock, Instant> bases) {
        var names = new HashMap<>(
                Map.of("#raws", "raws", "#rev", "rev", "#v", "v", "#mark", Expiry.MARK, "#ttl", Tables.TIME_TO_LIVE));
        names.put("#expires", Expiry.EXPIRES_AT);
        names.put("#shard", Tables.BY_EXPIRY.partition());
        names.put("#position", Tables.BY_EXPIRY.sort());
        names.put("#bases", Expiry.BASES);
        var values = new HashMap<String, AttributeValue>();
        values.put(":raws", AttributeValue.fromSs(List.of(plate.raw())));
        values.put(":one", AttributeValue.fromN("1"));
        values.put(":expires", AttributeValue.fromS(expiresAt.toString()));
        values.put(":ttl", Expiry.timeToLive(expiresAt));
        values.put(":shard", AttributeValue.fromS(Expiry.shard(plateKey.value())));
        values.put(":position", AttributeValue.fromS(Expiry.position(expiresAt, plateKey.value())));
        values.put(":bases", AttributeValue.fromM(byCode(bases)));
        var parts = parts(plate, names, values);
        try {
            client.updateItem(update -> update.tableName(tables.name(Tables.PLATES))
                    .key(Tables.PLATES.attributes(ReadRowKeys.plate(plateKey)))
                    .updateExpression("ADD #raws :raws, #rev :one SET #v = :one, #expires = :expires, #ttl = :ttl,"
                            + " #shard = :shard, #position = if_not_exists(#position, :position), #bases = :bases"
                            + parts + " REMOVE #mark")
                    .conditionExpression("attribute_not_exists(#ttl) OR #ttl <= :ttl")
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException e) {
            noteOnly(plateKey, plate);
        }
    }

    /** The same at every read of the plate: an index whose attributes do not change is written once. */
    private String parts(Plate plate, Map<String, String> names, Map<String, AttributeValue> values) {
        names.put("#fold", DynamoDbPlateIndex.FOLD);
        values.put(":fold", AttributeValue.fromS(plate.fold()));
        var set = new StringBuilder(", #fold = :fold");
        for (var pair : new PairTokens(cityKey.get()).of(plate.fold())) {
            var at = pair.position();
            var index = Tables.BY_PAIR.get(at - 1);
            names.put("#pair" + at, index.partition());
            names.put("#next" + at, index.sort());
            values.put(":pair" + at, AttributeValue.fromS(pair.pair()));
            values.put(":next" + at, AttributeValue.fromS(pair.next()));
            set.append(", #pair%1$d = :pair%1$d, #next%1$d = :next%1$d".formatted(at));
        }
        return set.toString();
    }

    private static Map<String, AttributeValue> byCode(Map<RowClock, Instant> bases) {
        var byCode = new HashMap<String, AttributeValue>();
        bases.forEach((clock, base) -> byCode.put(clock.code(), AttributeValue.fromS(base.toString())));
        return byCode;
    }

    /** Another read of the plate is kept for longer. */
    private void noteOnly(PlateKey plateKey, Plate plate) {
        client.updateItem(update -> update.tableName(tables.name(Tables.PLATES))
                .key(Tables.PLATES.attributes(ReadRowKeys.plate(plateKey)))
                .updateExpression("ADD #raws :raws, #rev :one REMOVE #mark")
                .expressionAttributeNames(Map.of("#raws", "raws", "#rev", "rev", "#mark", Expiry.MARK))
                .expressionAttributeValues(Map.of(
                        ":raws", AttributeValue.fromSs(List.of(plate.raw())), ":one", AttributeValue.fromN("1"))));
    }
}
