package passby.aws.read;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Parts;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.hit.HitId;
import passby.core.plate.PlateKey;
import passby.core.read.Frame;
import passby.core.read.ReadRef;
import passby.core.recognition.Engine;
import passby.core.retention.RetentionClass;
import passby.core.retention.RetentionClock;
import passby.core.retention.RowClock;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A frame as it is stored, format version 1: with the full keys of its reads, in rank order, and the ids of its hits. */
final class FrameSchema {
    static final TableSchema<Frame> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.FRAMES, "frame", 1, Frame.class),
                    FrameSchema::bases,
                    Frame::expiresAt,
                    frame -> null,
                    Frame::uploadId)
            .keys(frame -> FrameRowKeys.frame(frame.uploadId()))
            .string(Tables.BY_RECEIVED.partition(), frame -> FrameRowKeys.stored(frame.storedAt(), frame.uploadId()))
            .string("sha256", Frame::sha256)
            .string("cameraId", Frame::cameraId)
            .instant("receivedAt", Frame::receivedAt)
            .instant("storedAt", Frame::storedAt)
            .string("salt", Frame::salt)
            .string("leaf", Frame::admissionLeaf)
            .with("engine", Parts.engine(), Frame::engine)
            .with("reads", Converters.list(ref()), Frame::reads)
            .with("classes", Converters.list(ReadSchema.retentionClass()), Frame::classes)
            .with("hits", Converters.list(Converters.text(HitId.class, HitId::value, HitId::new)), Frame::hits)
            .build(values -> new Frame(
                    values.string("uploadId"),
                    values.string("sha256"),
                    values.string("cameraId"),
                    values.instant("receivedAt"),
                    // Rows of the version before do not tell.
                    values.instant(values.has("storedAt") ? "storedAt" : "receivedAt"),
                    values.has("salt") ? values.string("salt") : "00".repeat(Frame.SALT_BYTES),
                    values.get("engine", Engine.class),
                    values.list("reads", ReadRef.class),
                    values.has("classes") ? values.list("classes", RetentionClass.class) : List.of(),
                    values.list("hits", HitId.class),
                    values.instant(Expiry.EXPIRES_AT)));

    private FrameSchema() {}

    /** A frame goes with the last of its reads, so it runs on the clock of each of their classes. */
    private static Map<RowClock, Instant> bases(Frame frame) {
        var bases = new EnumMap<RowClock, Instant>(RowClock.class);
        for (var rank = 0; rank < frame.reads().size(); rank++) {
            var base = RetentionClock.base(frame.reads().get(rank).capturedAt(), frame.receivedAt());
            bases.put(RowClock.of(frame.classes().get(rank)), base);
        }
        return bases;
    }

    private static AttributeConverter<ReadRef> ref() {
        return Converters.part(SchemaBuilder.part("frame.reads", ReadRef.class)
                .with("plateKey", Converters.plateKey(), ReadRef::plateKey)
                .instant("capturedAt", ReadRef::capturedAt)
                .string("readId", ReadRef::readId)
                .build(values -> new ReadRef(
                        values.get("plateKey", PlateKey.class),
                        values.instant("capturedAt"),
                        values.string("readId"))));
    }
}
