package passby.aws.capture;

import java.time.Duration;
import java.time.Instant;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.core.capture.SpentTokens;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Spends a token by a conditional put. Should the SDK repeat a put whose answer was lost, the token counts as spent: the
 * camera signs a new one, and a stolen one gains nothing.
 */
public final class DynamoDbSpentTokens implements SpentTokens {
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofMinutes(1);

    private static final TableSchema<SpentToken> ROW = SchemaBuilder.row(
                    Tables.CAMERA_TOKENS, "camera token", 1, SpentToken.class)
            .keys(SpentToken::key)
            .timeToLive(SpentToken::keptUntil)
            .build(values -> new SpentToken(
                    Tables.CAMERA_TOKENS.key(values.string(Tables.CAMERA_TOKENS.partition())),
                    Instant.ofEpochSecond(values.longValue(Tables.TIME_TO_LIVE))));

    private final DynamoDbTable<SpentToken> tokens;

    private record SpentToken(Key key, Instant keptUntil) {}

    public DynamoDbSpentTokens(DynamoDbClient client, Tables tables) {
        this.tokens = tables.mapped(client, Tables.CAMERA_TOKENS, ROW);
    }

    @Override
    public boolean spend(String cameraId, String tokenId, Instant expiresAt) {
        var spent = new SpentToken(CameraRowKeys.token(cameraId, tokenId), expiresAt.plus(KEPT_AFTER_EXPIRY));
        try {
            tokens.putItem(PutItemEnhancedRequest.builder(SpentToken.class)
                    .item(spent)
                    .conditionExpression(Writes.isNew(tokens))
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
