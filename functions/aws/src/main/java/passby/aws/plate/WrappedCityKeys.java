package passby.aws.plate;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.core.plate.CityKey;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptResponse;

/**
 * The city's key as it is stored: a data key of KMS, wrapped, in a row whose format version is 1. Who makes it never sees it
 * (GenerateDataKeyWithoutPlaintext); who uses it has it unwrapped.
 */
public final class WrappedCityKeys {
    /** Only what was wrapped as a city's key is ever unwrapped as one. */
    static final Map<String, String> CONTEXT = Map.of("passby", "city-key");

    private static final int FORMAT = 1;
    private static final int CITY_KEY_VERSION = 1;

    private static final TableSchema<WrappedKey> ROW = SchemaBuilder.row(
                    Tables.CITY_KEYS, "city key", FORMAT, WrappedKey.class)
            .keys(WrappedKey::key)
            .with("wrapped", Converters.bytes(), WrappedKey::wrapped)
            .build(values -> new WrappedKey(
                    Tables.CITY_KEYS.key(values.string(Tables.CITY_KEYS.partition())),
                    values.get("wrapped", SdkBytes.class)));

    private final DynamoDbTable<WrappedKey> keys;
    private final KmsClient kms;
    private final String kmsKey;

    private record WrappedKey(Key key, SdkBytes wrapped) {}

    /** @param kmsKey ARN of the KMS key that wraps */
    public WrappedCityKeys(DynamoDbClient client, Tables tables, KmsClient kms, String kmsKey) {
        this.keys = tables.mapped(client, Tables.CITY_KEYS, ROW);
        this.kms = kms;
        this.kmsKey = kmsKey;
    }

    /** How a client of KMS for this is configured: whoever waits for a plate key does not wait long. */
    public static ClientOverrideConfiguration clientConfiguration() {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(Duration.ofSeconds(2))
                .apiCallTimeout(Duration.ofSeconds(5))
                .build();
    }

    /**
     * Makes the city's key, once and for all: another one would make every stored plate key worthless.
     *
     * @return whether it was made now; on every repeat, and when somebody else was faster, it was not
     */
    public boolean make() {
        if (find().isPresent()) {
            return false;
        }
        var made = kms.generateDataKeyWithoutPlaintext(
                request -> request.keyId(kmsKey).numberOfBytes(CityKey.BYTES).encryptionContext(CONTEXT));
        return put(made.ciphertextBlob());
    }

    private boolean put(SdkBytes wrapped) {
        try {
            keys.putItem(PutItemEnhancedRequest.builder(WrappedKey.class)
                    .item(new WrappedKey(key(), wrapped))
                    .conditionExpression(Writes.isNew(keys))
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** @throws IllegalStateException when the city has no key yet, or one of another length */
    public CityKey unwrap() {
        var wrapped = find().orElseThrow(() -> new IllegalStateException("the city has no key yet"));
        var secret = decrypt(wrapped).plaintext().asByteArray();
        if (secret.length != CityKey.BYTES) {
            throw new IllegalStateException("what was unwrapped is no city key");
        }
        return new CityKey(CITY_KEY_VERSION, secret);
    }

    private DecryptResponse decrypt(SdkBytes wrapped) {
        return kms.decrypt(
                request -> request.keyId(kmsKey).ciphertextBlob(wrapped).encryptionContext(CONTEXT));
    }

    private Optional<SdkBytes> find() {
        return Optional.ofNullable(keys.getItem(get -> get.key(key()).consistentRead(true)))
                .map(WrappedKey::wrapped);
    }

    private static Key key() {
        return Tables.CITY_KEYS.key(String.valueOf(CITY_KEY_VERSION));
    }
}
