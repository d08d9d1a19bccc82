package passby.aws.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.FaultyDynamoDb;
import passby.aws.dynamodb.FaultyDynamoDb.Fault;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.capture.SpentTokens;
import passby.core.capture.SpentTokensContract;
import passby.core.testing.TestData;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** {@link DynamoDbSpentTokens} over DynamoDB Local. */
final class DynamoDbSpentTokensIT extends SpentTokensContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected SpentTokens tokens() {
        return new DynamoDbSpentTokens(CITY.client(), CITY.tables());
    }

    @Test
    void aTokenIsNotLetThroughWhileTheStoreCannotTell() {
        try (var faulty = FaultyDynamoDb.start("PutItem", Fault.THROTTLED, Integer.MAX_VALUE)) {
            var tokens = new DynamoDbSpentTokens(faulty.client(), CITY.tables());

            assertThatThrownBy(() -> tokens.spend("cam-elm", "token-1", TestData.NOW))
                    .isInstanceOf(ProvisionedThroughputExceededException.class);
        }
    }

    @Test
    void aSpentTokenGoesByItselfAMinuteAfterItsExpiry() {
        tokens().spend("cam-oak", "token-2", TestData.NOW);

        assertThat(CITY.rows().of(Tables.CAMERA_TOKENS))
                .map(row -> StoredItem.of("token", 1, row))
                .filteredOn(row -> row.string("cameraIdTokenId").equals("cam-oak#token-2"))
                .map(row -> row.longValue("ttl"))
                .containsExactly(TestData.NOW.plusSeconds(60).getEpochSecond());
    }
}
