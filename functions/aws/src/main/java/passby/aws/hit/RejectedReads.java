package passby.aws.hit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.core.hit.Hit;
import passby.core.read.ReadRef;
import passby.core.retention.Cohort;
import passby.core.retention.RetentionClass;
import passby.core.retention.RowClock;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The reads that one hit alone made hits, and how they fall to the non-hit clock when an officer rejects it. */
final class RejectedReads {
    /** A pass is at most ten minutes long (data.md, "Identifiers"). */
    private static final Duration PASS = Duration.ofMinutes(10);

    private static final String PLATE_KEY = "plateKey";

    private static final TableSchema<Fallen> FALLEN = SchemaBuilder.partOfRow(Tables.READS, "read", Fallen.class)
            .keys(Fallen::key)
            .string("class", fallen -> "non-hit")
            .string("cohort", RejectedReads::cohort)
            .with(
                    Expiry.BASES,
                    Converters.map(Converters.instant()),
                    fallen -> Map.of(RowClock.NON_HIT.code(), fallen.base()))
            .instant(Expiry.EXPIRES_AT, Fallen::expiresAt)
            .instant(Expiry.PICTURES_EXPIRE_AT, Fallen::picturesExpireAt)
            .string(Tables.BY_EXPIRY.sort(), Fallen::position)
            .timeToLive(fallen -> fallen.expiresAt().plus(Expiry.SAFETY_NET))
            .build(values -> {
                throw new UnsupportedOperationException("written only");
            });

    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbTable<Fallen> reads;

    /**
     * A read that is no hit any more, or the row by which it is found under a corrected plate.
     *
     * @param cohort null for a row that is not counted
     * @param position in the index of dates, or null for a held read, which is not in it
     */
    record Fallen(
            Key key,
            @Nullable Cohort cohort,
            Instant base,
            Instant expiresAt,
            @Nullable Instant picturesExpireAt,
            @Nullable String position) {}

    /** What falls together: the rows of its corrections are found by the read alone. */
    record WithCorrections(Fallen read, Cohort cohort, List<Fallen> corrections) {
        int rows() {
            return 1 + corrections.size();
        }

        Stream<Fallen> all() {
            return Stream.concat(Stream.of(read), corrections.stream());
        }
    }

    private static @Nullable String cohort(Fallen fallen) {
        var cohort = fallen.cohort();
        return cohort == null ? null : cohort.code();
    }

    RejectedReads(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
        this.reads = tables.mapped(client, Tables.READS, FALLEN);
    }

    List<WithCorrections> find(Hit hit, Instant expiresAt) {
        return keysInFrame(hit).stream()
                .distinct()
                .flatMap(plateKey -> ofPass(hit, plateKey))
                .filter(row -> string(row, PLATE_KEY).equals(hit.plateKey().value())
                        || string(row, "readId").equals(hit.sighting().readId()))
                .map(row -> withCorrections(row, expiresAt))
                .toList();
    }

    /** Keys of the read that was seen first and of the plate that was matched: they differ for an alternate reading. */
    private List<String> keysInFrame(Hit hit) {
        var readId = hit.sighting().readId();
        var frame = client.getItem(get -> get.tableName(tables.name(Tables.FRAMES))
                .key(Tables.FRAMES.attributes(Tables.FRAMES.key(readId.substring(0, readId.lastIndexOf('-')))))
                .projectionExpression("#reads")
                .expressionAttributeNames(Map.of("#reads", "reads"))
                .consistentRead(true));
        var ofRead = Optional.ofNullable(frame.item().get("reads")).stream()
                .flatMap(list -> list.l().stream())
                .map(AttributeValue::m)
                .filter(ref -> string(ref, "readId").equals(readId))
                .map(ref -> string(ref, PLATE_KEY));
        return Stream.concat(Stream.of(hit.plateKey().value()), ofRead).toList();
    }

    private Stream<Map<String, AttributeValue>> ofPass(Hit hit, String plateKey) {
        var seen = hit.sighting().capturedAt();
        var query = QueryRequest.builder()
                .tableName(tables.name(Tables.READS))
                .keyConditionExpression("#plateKey = :plateKey AND #captured BETWEEN :from AND :to")
                .filterExpression("#pass = :pass AND #class = :hit AND attribute_not_exists(#mark)")
                .expressionAttributeNames(Map.of(
                        "#plateKey",
                        Tables.READS.partition(),
                        "#captured",
                        Tables.READS.sortKey().orElseThrow(),
                        "#pass",
                        "passId",
                        "#class",
                        "class",
                        "#mark",
                        Expiry.MARK))
                .expressionAttributeValues(Map.of(
                        ":plateKey", AttributeValue.fromS(plateKey),
                        ":from", AttributeValue.fromS(KeyTimes.millis(seen.minus(PASS))),
                        ":to", AttributeValue.fromS(KeyTimes.millis(seen.plus(PASS)) + "~"),
                        ":pass", AttributeValue.fromS(hit.passId()),
                        ":hit", AttributeValue.fromS("hit")))
                .consistentRead(true)
                .build();
        return new Pages(client).query(query).stream();
    }

    private static Fallen fallen(Map<String, AttributeValue> row, Cohort cohort, Instant expiresAt) {
        var captured = Instant.parse(string(row, "capturedAt"));
        var received = Instant.parse(string(row, "receivedAt"));
        var pictures = Optional.ofNullable(row.get(Expiry.PICTURES_EXPIRE_AT))
                .map(at -> Expiry.earlier(expiresAt, Instant.parse(at.s())))
                .orElse(null);
        var position = row.containsKey(Expiry.HOLDS)
                ? null
                : Expiry.position(Expiry.earlier(expiresAt, pictures), string(row, "readId"));
        return new Fallen(
                Tables.READS.key(
                        string(row, PLATE_KEY),
                        string(row, Tables.READS.sortKey().orElseThrow())),
                cohort,
                captured.isBefore(received) ? captured : received,
                expiresAt,
                pictures,
                position);
    }

    /** What is found under a corrected plate goes with its read; under the read's own key lies nothing more. */
    private static WithCorrections withCorrections(Map<String, AttributeValue> row, Instant expiresAt) {
        var cohort = Cohort.of(Instant.parse(string(row, "storedAt")), RetentionClass.NON_HIT);
        var read = fallen(row, cohort, expiresAt);
        var corrected = Optional.ofNullable(row.get("corrections")).stream()
                .flatMap(list -> list.l().stream())
                .map(AttributeValue::m)
                .filter(one -> !string(one, PLATE_KEY).equals(string(row, PLATE_KEY)))
                .collect(Collectors.toMap(one -> string(one, PLATE_KEY), one -> one, (first, again) -> first));
        return new WithCorrections(
                read,
                cohort,
                corrected.values().stream()
                        .map(one -> corrected(row, one, read))
                        .toList());
    }

    private static Fallen corrected(
            Map<String, AttributeValue> row, Map<String, AttributeValue> correction, Fallen read) {
        var id = string(row, "readId") + ReadRef.CORRECTION + string(correction, "correctionId");
        var sort = string(row, Tables.READS.sortKey().orElseThrow())
                + ReadRef.CORRECTION
                + string(correction, "correctionId");
        return new Fallen(
                Tables.READS.key(string(correction, PLATE_KEY), sort),
                null,
                read.base(),
                read.expiresAt(),
                null,
                Expiry.position(read.expiresAt(), id));
    }

    private static String string(Map<String, AttributeValue> row, String name) {
        return Optional.ofNullable(row.get(name)).map(AttributeValue::s).orElse("");
    }

    /** A read that is still a hit, and whose deletion has not begun. */
    Write write(Fallen fallen) {
        return Writes.update(
                reads, fallen, IgnoreNullsMode.SCALAR_ONLY, Writes.has("class", AttributeValue.fromS("hit")));
    }
}
