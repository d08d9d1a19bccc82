package passby.aws.read;

import java.util.Locale;
import java.util.Map;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.SharedFormats;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.retention.RetentionClass;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A read as it is stored, format version 1 (data.md, "Read record v1"). The plate's text is an attribute, never a key. */
final class DynamoDbReadFormat {
    private DynamoDbReadFormat() {}

    static Item write(Read read) {
        var item = Item.of(Read.VERSION)
                .keys(ReadRowKeys.read(ReadRef.of(read)))
                .string(Tables.BY_CAMERA.partition(), ReadRowKeys.cameraDay(read.cameraId(), read.capturedAt()))
                .string("readId", read.readId())
                .string("uploadId", read.uploadId())
                .string("passId", read.passId())
                .string("frameSha256", read.frameSha256())
                .string("cameraId", read.cameraId())
                .instant("capturedAt", read.capturedAt())
                .instant("receivedAt", read.receivedAt())
                .bool("skewed", read.skewed())
                .part("position", SharedFormats.write(read.position()))
                .longValue("heading", read.heading())
                .part("engine", SharedFormats.write(read.engine()))
                .string("raw", read.plate().raw())
                .string("fold", read.plate().fold())
                .parts(
                        "candidates",
                        read.candidates().stream()
                                .map(DynamoDbReadFormat::write)
                                .toList())
                .part("state", SharedFormats.write(read.state()))
                .part("pictures", SharedFormats.write(read.pictures()))
                .string("class", word(read.retentionClass()))
                .textSet("holds", read.holds())
                .string("policyHash", read.policyHash());
        return Expiry.put(item, read.expiresAt(), read.readId());
    }

    static Read read(Map<String, AttributeValue> attributes) {
        var item = StoredItem.of("read", Read.VERSION, attributes);
        return new Read(
                item.string("readId"),
                item.code("plateKey", PlateKey::new),
                item.string("uploadId"),
                item.string("passId"),
                item.string("frameSha256"),
                item.string("cameraId"),
                item.instant("capturedAt"),
                item.instant("receivedAt"),
                item.bool("skewed"),
                SharedFormats.position(item.part("position")),
                item.intValue("heading"),
                SharedFormats.engine(item.part("engine")),
                item.parts("candidates").stream()
                        .map(DynamoDbReadFormat::candidate)
                        .toList(),
                SharedFormats.state(item.part("state")),
                SharedFormats.crops(item.part("pictures")),
                item.code("class", DynamoDbReadFormat::retentionClass),
                item.textSet("holds"),
                item.instant(Expiry.EXPIRES_AT),
                item.string("policyHash"));
    }

    private static Item write(Candidate candidate) {
        return Item.part()
                .string("plate", candidate.plate().raw())
                .decimal("confidence", candidate.confidence().value())
                .decimals(
                        "characters",
                        candidate.characters().stream().map(Confidence::value).toList());
    }

    private static Candidate candidate(StoredItem part) {
        return new Candidate(
                part.code("plate", Plate::new),
                new Confidence(part.decimal("confidence")),
                part.decimals("characters").stream().map(Confidence::new).toList());
    }

    private static String word(RetentionClass retentionClass) {
        return retentionClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static RetentionClass retentionClass(String word) {
        return RetentionClass.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
