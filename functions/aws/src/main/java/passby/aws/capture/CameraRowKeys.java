package passby.aws.capture;

import java.util.Map;
import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys of Cameras and CameraTokens. */
final class CameraRowKeys {
    private CameraRowKeys() {}

    static Map<String, AttributeValue> camera(String cameraId) {
        return Tables.CAMERAS.key(cameraId);
    }

    /** A camera's id has no {@code #}: no two pairs give the same key. */
    static Map<String, AttributeValue> token(String cameraId, String tokenId) {
        return Tables.CAMERA_TOKENS.key(cameraId + "#" + tokenId);
    }
}
