package passby.aws.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.UnreadableItem;
import passby.core.plate.Plate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** {@link WrappedCityKeys} over DynamoDB Local and a stand-in of KMS. */
final class WrappedCityKeysIT {
    private static final Plate PLATE = new Plate("7TST123");

    private final StoredCity city = StoredCity.fresh();

    @Test
    void aKeyIsMadeOnceAndNobodyWhoMakesItSeesIt() {
        try (var kms = KmsStub.working()) {
            var keys = keys(kms);

            assertThat(keys.make()).isTrue();
            assertThat(keys.make()).isFalse();

            assertThat(kms.asked()).containsExactly("GenerateDataKeyWithoutPlaintext");
            assertThat(city.rows().of(Tables.CITY_KEYS)).singleElement().satisfies(row -> {
                assertThat(row).containsOnlyKeys("version", "v", "wrapped");
                assertThat(row.get("version")).isEqualTo(AttributeValue.fromS("1"));
                assertThat(row.get("v")).isEqualTo(AttributeValue.fromN("1"));
            });
        }
    }

    @Test
    void whoUsesItAlwaysFindsTheSame() {
        try (var kms = KmsStub.working()) {
            keys(kms).make();

            var first = keys(kms).unwrap();
            var second = keys(kms).unwrap();

            assertThat(first.plateKey(PLATE)).isEqualTo(second.plateKey(PLATE));
            assertThat(first.plateKey(PLATE).value()).startsWith("k1.");
        }
    }

    @Test
    void beforeOneIsMadeThereIsNone() {
        try (var kms = KmsStub.working()) {
            assertThatThrownBy(() -> keys(kms).unwrap()).hasMessage("the city has no key yet");
            assertThat(kms.asked()).isEmpty();
        }
    }

    @Test
    void whatAnotherKmsKeyWrappedIsRefused() {
        try (var kms = KmsStub.working()) {
            new WrappedCityKeys(city.client(), city.tables(), kms.client(), KmsStub.KEY + "-of-somebody-else").make();

            assertThatThrownBy(() -> keys(kms).unwrap()).isInstanceOf(IncorrectKeyException.class);
        }
    }

    @Test
    void whatWasWrappedForSomethingElseIsRefused() {
        try (var kms = KmsStub.working()) {
            var foreign = kms.client()
                    .generateDataKeyWithoutPlaintext(request -> request.keyId(KmsStub.KEY)
                            .numberOfBytes(32)
                            .encryptionContext(Map.of("passby", "something-else")));
            keys(kms).make();
            set("wrapped", AttributeValue.fromB(foreign.ciphertextBlob()));

            assertThatThrownBy(() -> keys(kms).unwrap()).isInstanceOf(InvalidCiphertextException.class);
        }
    }

    @Test
    void aSecretOfAnotherLengthIsNoCityKey() {
        try (var kms = KmsStub.makingKeysOf(16)) {
            keys(kms).make();

            assertThatThrownBy(() -> keys(kms).unwrap()).hasMessage("what was unwrapped is no city key");
        }
    }

    @Test
    void aRowOfAnotherFormatIsNotGuessedAt() {
        try (var kms = KmsStub.working()) {
            keys(kms).make();
            set("v", AttributeValue.fromN("2"));

            assertThatThrownBy(() -> keys(kms).unwrap()).isInstanceOf(UnreadableItem.class);
            assertThatThrownBy(() -> keys(kms).make()).isInstanceOf(UnreadableItem.class);
        }
    }

    private WrappedCityKeys keys(KmsStub kms) {
        return new WrappedCityKeys(city.client(), city.tables(), kms.client(), KmsStub.KEY);
    }

    private void set(String attribute, AttributeValue value) {
        city.client()
                .updateItem(update -> update.tableName(city.tables().name(Tables.CITY_KEYS))
                        .key(Tables.CITY_KEYS.attributes(Tables.CITY_KEYS.key("1")))
                        .updateExpression("SET #name = :value")
                        .expressionAttributeNames(Map.of("#name", attribute))
                        .expressionAttributeValues(Map.of(":value", value)));
    }
}
