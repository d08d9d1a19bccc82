package passby.aws.read;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Tables;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;
import passby.core.read.PassReading;
import passby.core.read.PassReadings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Readings of a pass as a set in one row, format version 1: read, instant in milliseconds, text, and confidences in thousandths,
 * the whole text's first. A set takes the same reading once, however often its frame is delivered.
 */
public final class DynamoDbPassReadings implements PassReadings {
    static final String READINGS = "readings";

    private static final int PARTS = 4;
    private static final double THOUSANDTHS = 1_000;

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbPassReadings(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    /** Raw: ADD to a set that answers itself, which the enhanced client has no words for. */
    @Override
    public List<PassReading> add(String passId, PassReading reading, Instant expiresAt) {
        try {
            return parse(client.updateItem(update -> update.tableName(tables.name(Tables.PASSES))
                            .key(Tables.PASSES.attributes(Tables.PASSES.key(passId)))
                            .updateExpression("ADD #readings :own SET #v = :one, #expires = :expires, #ttl = :ttl,"
                                    + " #shard = :shard, #position = :position")
                            .conditionExpression("attribute_not_exists(#readings) OR size(#readings) < :most")
                            .expressionAttributeNames(names())
                            .expressionAttributeValues(values(passId, reading, expiresAt))
                            .returnValues(ReturnValue.ALL_NEW)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .attributes());
        } catch (ConditionalCheckFailedException e) {
            return parse(e.item());
        }
    }

    private static Map<String, String> names() {
        return Map.of(
                "#readings",
                READINGS,
                "#v",
                "v",
                "#expires",
                Expiry.EXPIRES_AT,
                "#ttl",
                Tables.TIME_TO_LIVE,
                "#shard",
                Tables.BY_EXPIRY.partition(),
                "#position",
                Tables.BY_EXPIRY.sort());
    }

    private static Map<String, AttributeValue> values(String passId, PassReading reading, Instant expiresAt) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":own", AttributeValue.fromSs(List.of(write(reading))));
        values.put(":one", AttributeValue.fromN("1"));
        values.put(":most", AttributeValue.fromN(Integer.toString(MOST)));
        values.put(":expires", AttributeValue.fromS(expiresAt.toString()));
        values.put(":ttl", Expiry.timeToLive(expiresAt));
        values.put(":shard", AttributeValue.fromS(Expiry.shard(passId)));
        values.put(":position", AttributeValue.fromS(Expiry.position(expiresAt, passId)));
        return values;
    }

    private static String write(PassReading reading) {
        var best = reading.best();
        var confidences = Stream.concat(Stream.of(best.confidence()), best.characters().stream())
                .map(confidence -> Long.toString(Math.round(confidence.value() * THOUSANDTHS)))
                .collect(Collectors.joining(","));
        return String.join(
                "|",
                reading.readId(),
                Long.toString(reading.capturedAt().toEpochMilli()),
                best.plate().raw(),
                confidences);
    }

    private static List<PassReading> parse(Map<String, AttributeValue> row) {
        return row.getOrDefault(READINGS, AttributeValue.fromSs(List.of())).ss().stream()
                .map(DynamoDbPassReadings::parse)
                .toList();
    }

    private static PassReading parse(String text) {
        var parts = text.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no reading of a pass");
        }
        var confidences = Stream.of(parts[3].split(",", -1))
                .map(thousandths -> new Confidence(Integer.parseInt(thousandths) / THOUSANDTHS))
                .toList();
        var best =
                new Candidate(new Plate(parts[2]), confidences.getFirst(), confidences.subList(1, confidences.size()));
        return new PassReading(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])), best);
    }
}
