package passby.aws.capture;

import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of Cameras and SpentTokens. */
final class CameraRowKeys {
    private CameraRowKeys() {}

    static Key camera(String cameraId) {
        return Tables.CAMERAS.key(cameraId);
    }

    /** A camera's id has no {@code #}: no two pairs give the same key. */
    static Key token(String cameraId, String tokenId) {
        return Tables.CAMERA_TOKENS.key(cameraId + "#" + tokenId);
    }
}
