package passby.aws.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.Tables;
import passby.core.capture.CameraTokens;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Spends a token by a conditional put. Should the SDK repeat a put whose answer was lost, the token counts as spent: the
 * camera signs a new one, and a stolen one gains nothing.
 */
public final class DynamoDbCameraTokens implements CameraTokens {
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofMinutes(1);
    private static final int VERSION = 1;

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbCameraTokens(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public boolean spend(String cameraId, String tokenId, Instant expiresAt) {
        var item = Item.of(VERSION)
                .keys(CameraRowKeys.token(cameraId, tokenId))
                .timeToLive(expiresAt.plus(KEPT_AFTER_EXPIRY));
        try {
            client.putItem(put -> put.tableName(tables.name(Tables.CAMERA_TOKENS))
                    .item(item.attributes())
                    .conditionExpression("attribute_not_exists(#token)")
                    .expressionAttributeNames(Map.of("#token", Tables.CAMERA_TOKENS.partition())));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
