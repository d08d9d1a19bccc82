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
                .text(Tables.BY_CAMERA.partition(), ReadRowKeys.cameraDay(read.cameraId(), read.capturedAt()))
                .text("readId", read.readId())
                .text("uploadId", read.uploadId())
                .text("passId", read.passId())
                .text("frameSha256", read.frameSha256())
                .text("cameraId", read.cameraId())
                .instant("capturedAt", read.capturedAt())
                .instant("receivedAt", read.receivedAt())
                .truth("skewed", read.skewed())
                .part("position", SharedFormats.write(read.position()))
                .whole("heading", read.heading())
                .part("engine", SharedFormats.write(read.engine()))
                .text("raw", read.plate().raw())
                .text("fold", read.plate().fold())
                .parts(
                        "candidates",
                        read.candidates().stream()
                                .map(DynamoDbReadFormat::write)
                                .toList())
                .part("state", SharedFormats.write(read.state()))
                .part("pictures", SharedFormats.write(read.pictures()))
                .text("class", word(read.retentionClass()))
                .textSet("holds", read.holds())
                .text("policyHash", read.policyHash());
        return Expiry.put(item, read.expiresAt(), read.readId());
    }

    static Read read(Map<String, AttributeValue> attributes) {
        var item = StoredItem.of("read", Read.VERSION, attributes);
        return new Read(
                item.text("readId"),
                item.word("plateKey", PlateKey::new),
                item.text("uploadId"),
                item.text("passId"),
                item.text("frameSha256"),
                item.text("cameraId"),
                item.instant("capturedAt"),
                item.instant("receivedAt"),
                item.truth("skewed"),
                SharedFormats.position(item.part("position")),
                item.small("heading"),
                SharedFormats.engine(item.part("engine")),
                item.parts("candidates").stream()
                        .map(DynamoDbReadFormat::candidate)
                        .toList(),
                SharedFormats.state(item.part("state")),
                SharedFormats.crops(item.part("pictures")),
                item.word("class", DynamoDbReadFormat::retentionClass),
                item.textSet("holds"),
                item.instant(Expiry.EXPIRES_AT),
                item.text("policyHash"));
    }

    private static Item write(Candidate candidate) {
        return Item.part()
                .text("plate", candidate.plate().raw())
                .decimal("confidence", candidate.confidence().value())
                .decimals(
                        "characters",
                        candidate.characters().stream().map(Confidence::value).toList());
    }

    private static Candidate candidate(StoredItem part) {
        return new Candidate(
                part.word("plate", Plate::new),
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
