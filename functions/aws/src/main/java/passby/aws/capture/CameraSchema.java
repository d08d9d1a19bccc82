package passby.aws.capture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Parts;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.capture.Camera;
import passby.core.capture.CameraKey;
import passby.core.capture.Ownership;
import passby.core.capture.Position;
import passby.core.capture.Quarantine;
import passby.core.picture.Box;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A camera as it is stored, format version 1. */
final class CameraSchema {
    static final String REVISION = "revision";
    private static final String OWNERSHIP = "ownership";

    static final TableSchema<Camera> ROW = SchemaBuilder.row(Tables.CAMERAS, "camera", 1, Camera.class)
            .keys(camera -> CameraRowKeys.camera(camera.cameraId()))
            .string("name", Camera::name)
            .string("zone", Camera::zone)
            .with("position", Parts.position(), Camera::position)
            .integer("heading", Camera::heading)
            .bool("mobile", Camera::mobile)
            .string("owner", Camera::owner)
            .with(
                    OWNERSHIP,
                    Converters.code(Ownership.class, Ownership::code, Ownership::parse),
                    CameraSchema::ownership)
            .string("approval", Camera::approval)
            .instant("installedAt", Camera::installedAt)
            .instant("retiredAt", Camera::retiredAt)
            .instant("suspendedSince", Camera::suspendedSince)
            .instant("quarantinedSince", camera -> camera.quarantine().since())
            .instant("quarantineClearedAt", camera -> camera.quarantine().clearedAt())
            .with("captions", Converters.list(Converters.box()), camera -> captions(camera))
            .with("keys", Converters.list(key()), Camera::keys)
            .integer(REVISION, Camera::revision)
            .build(values -> new Camera(
                    values.string("cameraId"),
                    values.string("name"),
                    values.string("zone"),
                    values.get("position", Position.class),
                    values.integer("heading"),
                    values.bool("mobile"),
                    values.string("owner"),
                    values.string("approval"),
                    values.instant("installedAt"),
                    values.find("retiredAt", Instant.class),
                    values.find("suspendedSince", Instant.class),
                    new Quarantine(
                            values.find("quarantinedSince", Instant.class),
                            values.find("quarantineClearedAt", Instant.class)),
                    values.has("captions") ? values.list("captions", Box.class) : List.of(),
                    values.list("keys", CameraKey.class),
                    values.integer(REVISION),
                    values.has(OWNERSHIP) ? values.get(OWNERSHIP, Ownership.class) : Ownership.CITY));

    private CameraSchema() {}

    /** Left out of a row of the city's own, so that rows and functions of before it could be private are understood. */
    private static @Nullable Ownership ownership(Camera camera) {
        return camera.ownership() == Ownership.CITY ? null : camera.ownership();
    }

    /** Null where there is none, as in rows of the version before. */
    private static @Nullable List<Box> captions(Camera camera) {
        return camera.captions().isEmpty() ? null : camera.captions();
    }

    private static AttributeConverter<CameraKey> key() {
        return Converters.part(SchemaBuilder.part("camera key", CameraKey.class)
                .string("kid", CameraKey::kid)
                .string("publicKey", CameraKey::publicKey)
                .instant("addedAt", CameraKey::addedAt)
                .build(values ->
                        new CameraKey(values.string("kid"), values.string("publicKey"), values.instant("addedAt"))));
    }
}
