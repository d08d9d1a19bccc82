package passby.aws.capture;

import java.util.Map;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.SharedFormats;
import passby.aws.dynamodb.StoredItem;
import passby.core.capture.Camera;
import passby.core.capture.CameraKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A camera as it is stored, format version 1. */
final class DynamoDbCameraFormat {
    static final String REVISION = "revision";

    private static final int VERSION = 1;

    private DynamoDbCameraFormat() {}

    static Item write(Camera camera) {
        return Item.of(VERSION)
                .keys(CameraRowKeys.camera(camera.cameraId()))
                .string("name", camera.name())
                .string("zone", camera.zone())
                .part("position", SharedFormats.write(camera.position()))
                .longValue("heading", camera.heading())
                .bool("mobile", camera.mobile())
                .string("owner", camera.owner())
                .string("approval", camera.approval())
                .instant("installedAt", camera.installedAt())
                .optionalInstant("retiredAt", camera.retiredAt())
                .parts(
                        "keys",
                        camera.keys().stream().map(DynamoDbCameraFormat::write).toList())
                .longValue(REVISION, camera.revision());
    }

    static Camera read(Map<String, AttributeValue> attributes) {
        var item = StoredItem.of("camera", VERSION, attributes);
        return new Camera(
                item.string("cameraId"),
                item.string("name"),
                item.string("zone"),
                SharedFormats.position(item.part("position")),
                item.intValue("heading"),
                item.bool("mobile"),
                item.string("owner"),
                item.string("approval"),
                item.instant("installedAt"),
                item.optionalInstant("retiredAt").orElse(null),
                item.parts("keys").stream().map(DynamoDbCameraFormat::key).toList(),
                item.intValue(REVISION));
    }

    private static Item write(CameraKey key) {
        return Item.part()
                .string("kid", key.kid())
                .string("publicKey", key.publicKey())
                .instant("addedAt", key.addedAt());
    }

    private static CameraKey key(StoredItem part) {
        return new CameraKey(part.string("kid"), part.string("publicKey"), part.instant("addedAt"));
    }
}
