package passby.aws.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import passby.aws.dynamodb.Table.Deletion;

/** When a row goes: {@code expiresAt} for the purge, and a day later DynamoDB's own time to live, should the purge fail. */
public final class Expiry {
    public static final String EXPIRES_AT = "expiresAt";
    public static final int SHARDS = 16;
    /** How long the purge has before a deletion by time to live says that it failed. */
    public static final Duration SAFETY_NET = Duration.ofDays(1);

    private Expiry() {}

    /** @param id of the row, unique in its table; neither a plate nor made of one without the city key */
    public static <T> SchemaBuilder<T> add(
            SchemaBuilder<T> schema, Function<T, Instant> expiresAt, Function<T, String> id) {
        return schema.instant(EXPIRES_AT, expiresAt::apply)
                .string(Tables.BY_EXPIRY.partition(), row -> minuteShard(expiresAt.apply(row), id.apply(row)))
                .string(Tables.BY_EXPIRY.sort(), row -> KeyTimes.millis(expiresAt.apply(row)) + "#" + id.apply(row))
                .timeToLive(row -> expiresAt.apply(row).plus(SAFETY_NET));
    }

    /** {@code <minute>#<shard 0-15>}: what the purge goes through, the oldest minute first. */
    public static String minuteShard(Instant expiresAt, String id) {
        return Shards.of(KeyTimes.minute(expiresAt), id, SHARDS);
    }

    /** Whether rows of that table carry these attributes. */
    public static boolean appliesTo(Table table) {
        return table.deletion() == Deletion.PURGE;
    }
}
