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
                .text("name", camera.name())
                .text("zone", camera.zone())
                .part("position", SharedFormats.write(camera.position()))
                .whole("heading", camera.heading())
                .truth("mobile", camera.mobile())
                .text("owner", camera.owner())
                .text("approval", camera.approval())
                .instant("installedAt", camera.installedAt())
                .optionalInstant("retiredAt", camera.retiredAt())
                .parts(
                        "keys",
                        camera.keys().stream().map(DynamoDbCameraFormat::write).toList())
                .whole(REVISION, camera.revision());
    }

    static Camera read(Map<String, AttributeValue> attributes) {
        var item = StoredItem.of("camera", VERSION, attributes);
        return new Camera(
                item.text("cameraId"),
                item.text("name"),
                item.text("zone"),
                SharedFormats.position(item.part("position")),
                item.small("heading"),
                item.truth("mobile"),
                item.text("owner"),
                item.text("approval"),
                item.instant("installedAt"),
                item.optionalInstant("retiredAt").orElse(null),
                item.parts("keys").stream().map(DynamoDbCameraFormat::key).toList(),
                item.small(REVISION));
    }

    private static Item write(CameraKey key) {
        return Item.part()
                .text("kid", key.kid())
                .text("publicKey", key.publicKey())
                .instant("addedAt", key.addedAt());
    }

    private static CameraKey key(StoredItem part) {
        return new CameraKey(part.text("kid"), part.text("publicKey"), part.instant("addedAt"));
    }
}
