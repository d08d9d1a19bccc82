package passby.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.aws.read.DynamoDbFrames;
import passby.aws.read.ReadRowKeys;
import passby.core.capture.Position;
import passby.core.plate.Candidate;
import passby.core.plate.CityKey;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.PairTokens;
import passby.core.plate.Plate;
import passby.core.plate.VehicleColour;
import passby.core.read.Frame;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.recognition.Engine;
import passby.core.retention.RetentionClass;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Made-up reads that can be searched, and their distinct plates: the first frame is stored as the city stores it, and all others are copies of
 * its rows with other plates, cameras and moments, put in batches.
 */
final class SearchedReads {
    static final int CAMERAS = 100;
    static final Duration SPAN = Duration.ofDays(25);

    /** Plates of one digit, three letters, three digits, in an order that spreads them. */
    private static final long PLATES = 10L * 26 * 26 * 26 * 1000;

    private static final long SPREAD = 77_777_777;
    private static final Engine ENGINE = new Engine("container", "bench");
    private static final Position CORNER = new Position(40, -89);

    private final DynamoDbClient client;
    private final Tables tables;
    private final CityKey key;
    private final PairTokens tokens;
    private final DynamoDbFrames frames;
    private final BatchedRows rows;
    private final Instant now;

    SearchedReads(
            DynamoDbClient client,
            Tables tables,
            CityKey key,
            DynamoDbFrames frames,
            ExecutorService pool,
            Instant now) {
        this.client = client;
        this.tables = tables;
        this.key = key;
        this.tokens = new PairTokens(key);
        this.frames = frames;
        this.rows = new BatchedRows(client, tables, pool);
        this.now = now;
    }

    static Plate plate(int number) {
        var code = Math.floorMod(number * SPREAD + 12_345, PLATES);
        var text = new StringBuilder();
        text.append((char) ('0' + code % 10));
        var left = code / 10;
        for (var letter = 0; letter < 3; letter++) {
            text.append((char) ('A' + left % 26));
            left /= 26;
        }
        return new Plate(text.append("%03d".formatted(left)).toString());
    }

    static String camera(int number) {
        return "cam-" + number % CAMERAS;
    }

    /** Spread over the weeks before now, each read at a moment of its own. */
    Instant moment(int number, int reads) {
        return now.minus(SPAN).plusMillis(SPAN.toMillis() / reads * number);
    }

    /** As the city stores it. */
    Read store(int number, Plate plate) {
        var read = read(number, plate, now.minusSeconds(60));
        var frame = new Frame(
                read.uploadId(),
                read.frameSha256(),
                read.cameraId(),
                read.receivedAt(),
                read.storedAt(),
                "00".repeat(Frame.SALT_BYTES),
                ENGINE,
                List.of(ReadRef.of(read)),
                List.of(read.retentionClass()),
                List.of(),
                read.expiresAt());
        if (frames.store(frame, List.of(read), List.of()) != Frames.Stored.STORED) {
            throw new IllegalStateException("a frame was stored before");
        }
        return read;
    }

    private Read read(int number, Plate plate, Instant at) {
        var uploadId = uploadId(number);
        var sure = new Confidence(0.97);
        var characters = plate.raw().chars().mapToObj(character -> sure).toList();
        return new Read(
                uploadId + "-1",
                key.plateKey(plate),
                uploadId,
                camera(number) + "-" + uploadId,
                "ab".repeat(32),
                camera(number),
                at,
                at.plusSeconds(2),
                at.plusSeconds(3),
                false,
                CORNER,
                90,
                ENGINE,
                List.of(new Candidate(plate, sure, characters)),
                new IssuingState.Issued("CA", sure),
                new VehicleColour.Seen(VehicleColour.Name.RED, sure),
                null,
                RetentionClass.NON_HIT,
                Set.of(),
                at.plus(Duration.ofDays(30)),
                at.plus(Duration.ofDays(30)),
                "bench",
                List.of());
    }

    private static String uploadId(int number) {
        return "01JQBENCH" + "%017d".formatted(number);
    }

    /** @param first number that no stored read has */
    void fill(int first, int reads, int plates) throws Exception {
        var model = store(first, plate(first));
        var row = only(Tables.READS, "plateKey", model.plateKey().value());
        rows.put(Tables.READS, reads, number -> like(row, number, reads, plates));
        var platesRow = plateRow(model);
        rows.put(Tables.PLATES, plates, number -> like(platesRow, plate(number)));
    }

    private Map<String, AttributeValue> only(Table table, String attribute, String value) {
        return client.query(query -> query.tableName(tables.name(table))
                        .keyConditionExpression("#key = :key")
                        .expressionAttributeNames(Map.of("#key", attribute))
                        .expressionAttributeValues(Map.of(":key", text(value))))
                .items()
                .getFirst();
    }

    private Map<String, AttributeValue> plateRow(Read read) {
        return client.getItem(get -> get.tableName(tables.name(Tables.PLATES))
                        .key(Tables.PLATES.attributes(ReadRowKeys.plate(read.plateKey()))))
                .item();
    }

    private Map<String, AttributeValue> like(Map<String, AttributeValue> model, int number, int reads, int plates) {
        var plate = plate(number % plates);
        var at = moment(number, reads);
        var readId = uploadId(number) + "-1";
        var row = new HashMap<>(model);
        row.putAll(Tables.READS.attributes(ReadRowKeys.read(new ReadRef(key.plateKey(plate), at, readId))));
        row.put(Tables.BY_CAMERA.partition(), text(ReadRowKeys.cameraDay(camera(number), at)));
        row.put("readId", text(readId));
        row.put("uploadId", text(uploadId(number)));
        row.put("cameraId", text(camera(number)));
        row.put("capturedAt", text(at.toString()));
        row.put("receivedAt", text(at.toString()));
        row.put("raw", text(plate.raw()));
        row.put("fold", text(plate.fold()));
        row.put("candidates", candidates(model, plate));
        colour(row, number);
        var expiresAt = at.plus(Duration.ofDays(30));
        row.put(Expiry.EXPIRES_AT, text(expiresAt.toString()));
        row.put(Tables.TIME_TO_LIVE, Expiry.timeToLive(expiresAt));
        row.put(Tables.BY_EXPIRY.partition(), text(Expiry.shard(readId)));
        row.put(Tables.BY_EXPIRY.sort(), text(Expiry.position(expiresAt, readId)));
        return row;
    }

    /** A third is red as the model is, a third is light, and of a third no picture told it. */
    private static void colour(Map<String, AttributeValue> row, int number) {
        if (number % 3 == 0) {
            row.remove("colour");
        } else if (number % 3 == 1) {
            var light = new HashMap<>(Objects.requireNonNull(row.get("colour")).m());
            light.put("name", text(VehicleColour.Name.LIGHT.code()));
            row.put("colour", AttributeValue.fromM(light));
        }
    }

    private static AttributeValue candidates(Map<String, AttributeValue> model, Plate plate) {
        var first = new HashMap<>(
                Objects.requireNonNull(model.get("candidates")).l().getFirst().m());
        first.put("plate", text(plate.raw()));
        return AttributeValue.fromL(List.of(AttributeValue.fromM(first)));
    }

    private Map<String, AttributeValue> like(Map<String, AttributeValue> model, Plate plate) {
        var plateKey = key.plateKey(plate);
        var row = new HashMap<>(model);
        Tables.BY_PAIR.forEach(index -> {
            row.remove(index.partition());
            row.remove(index.sort());
        });
        row.putAll(Tables.PLATES.attributes(ReadRowKeys.plate(plateKey)));
        row.put("raws", AttributeValue.fromSs(List.of(plate.raw())));
        row.put("fold", text(plate.fold()));
        row.put(Tables.BY_EXPIRY.partition(), text(Expiry.shard(plateKey.value())));
        row.put(Tables.BY_EXPIRY.sort(), text(Expiry.position(now.plus(SPAN), plateKey.value())));
        tokens.of(plate.fold()).forEach(pair -> {
            var index = Tables.BY_PAIR.get(pair.position() - 1);
            row.put(index.partition(), text(pair.pair()));
            row.put(index.sort(), text(pair.next()));
        });
        return row;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
