package passby.aws.read;

import java.util.Map;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.SharedFormats;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.hit.HitId;
import passby.core.plate.PlateKey;
import passby.core.read.Frame;
import passby.core.read.ReadRef;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A frame as it is stored, format version 1: with the full keys of its reads, in rank order, and the ids of its hits. */
final class DynamoDbFrameFormat {
    private static final int VERSION = 1;

    private DynamoDbFrameFormat() {}

    static Item write(Frame frame) {
        var item = Item.of(VERSION)
                .keys(FrameRowKeys.frame(frame.uploadId()))
                .string(Tables.BY_RECEIVED.partition(), FrameRowKeys.received(frame.receivedAt(), frame.uploadId()))
                .string("sha256", frame.sha256())
                .string("cameraId", frame.cameraId())
                .instant("receivedAt", frame.receivedAt())
                .part("engine", SharedFormats.write(frame.engine()))
                .parts(
                        "reads",
                        frame.reads().stream().map(DynamoDbFrameFormat::write).toList())
                .strings("hits", frame.hits().stream().map(HitId::value).toList());
        return Expiry.put(item, frame.expiresAt(), frame.uploadId());
    }

    static Frame read(Map<String, AttributeValue> attributes) {
        var item = StoredItem.of("frame", VERSION, attributes);
        return new Frame(
                item.string("uploadId"),
                item.string("sha256"),
                item.string("cameraId"),
                item.instant("receivedAt"),
                SharedFormats.engine(item.part("engine")),
                item.parts("reads").stream().map(DynamoDbFrameFormat::ref).toList(),
                item.codes("hits", HitId::new),
                item.instant(Expiry.EXPIRES_AT));
    }

    private static Item write(ReadRef ref) {
        return Item.part()
                .string("plateKey", ref.plateKey().value())
                .instant("capturedAt", ref.capturedAt())
                .string("readId", ref.readId());
    }

    private static ReadRef ref(StoredItem part) {
        return new ReadRef(part.code("plateKey", PlateKey::new), part.instant("capturedAt"), part.string("readId"));
    }
}
