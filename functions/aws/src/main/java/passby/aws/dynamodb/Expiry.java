package passby.aws.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Table.Deletion;
import passby.core.retention.RowClock;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * When a row goes. The purge finds it in the index by its shard, the earliest first; a day later DynamoDB's own time to live
 * takes it, should the purge have failed. The index is ordered by date alone, so that a purge which was down for a week
 * finds at once where it stopped.
 */
public final class Expiry {
    public static final String EXPIRES_AT = "expiresAt";

    /** The date of the row's pictures, where they are deleted before it. */
    public static final String PICTURES_EXPIRE_AT = "picturesExpireAt";

    /** The retention base for each clock that the row runs on, by the clock's code. */
    public static final String BASES = "bases";

    /** When the deletion of the row began: from then on no hold is accepted. */
    public static final String MARK = "purging";

    /** Ids of the holds on it; a held row is not in the index. */
    public static final String HOLDS = "holds";

    public static final int SHARDS = 16;

    /** How long the purge has before a deletion by time to live says that it failed. */
    public static final Duration SAFETY_NET = Duration.ofDays(1);

    private Expiry() {}

    /** Rows with a date of their own. @param id of the row, unique in its table; neither a plate nor made of one without the city key */
    public static <T> SchemaBuilder<T> add(
            SchemaBuilder<T> schema, Function<T, Instant> expiresAt, Function<T, String> id) {
        return add(schema, row -> Map.of(), expiresAt, row -> null, id);
    }

    /**
     * Rows whose date comes from clocks of the policy.
     *
     * @param bases the retention base for each clock that the row runs on
     * @param picturesExpireAt null for rows without pictures
     */
    public static <T> SchemaBuilder<T> add(
            SchemaBuilder<T> schema,
            Function<T, Map<RowClock, Instant>> bases,
            Function<T, Instant> expiresAt,
            SchemaBuilder.Getter<T, Instant> picturesExpireAt,
            Function<T, String> id) {
        return schema.with(BASES, Converters.map(Converters.instant()), row -> byCode(bases.apply(row)))
                .instant(EXPIRES_AT, expiresAt::apply)
                .instant(PICTURES_EXPIRE_AT, picturesExpireAt)
                .string(Tables.BY_EXPIRY.partition(), row -> shard(id.apply(row)))
                .string(
                        Tables.BY_EXPIRY.sort(),
                        row -> position(earlier(expiresAt.apply(row), picturesExpireAt.get(row)), id.apply(row)))
                .timeToLive(row -> expiresAt.apply(row).plus(SAFETY_NET));
    }

    private static @Nullable Map<String, Instant> byCode(Map<RowClock, Instant> bases) {
        return bases.isEmpty()
                ? null
                : bases.entrySet().stream()
                        .collect(Collectors.toMap(base -> base.getKey().code(), Map.Entry::getValue));
    }

    /** What comes first: a row stands in the index where the next thing is due. */
    public static Instant earlier(Instant expiresAt, @Nullable Instant picturesExpireAt) {
        return picturesExpireAt != null && picturesExpireAt.isBefore(expiresAt) ? picturesExpireAt : expiresAt;
    }

    /** The partition key of the index. */
    public static String shard(String id) {
        return String.valueOf(Shards.number(id, SHARDS));
    }

    /** The sort key of the index: {@code <date>#<id>}. */
    public static String position(Instant at, String id) {
        return KeyTimes.millis(at) + "#" + id;
    }

    /** The date in a sort key of the index. */
    public static Instant dateOf(String position) {
        return Instant.parse(position.substring(0, 24));
    }

    /** The same as the time to live says it, in whole seconds: what conditions can compare. */
    public static AttributeValue timeToLive(Instant expiresAt) {
        return AttributeValue.fromN(Long.toString(expiresAt.plus(SAFETY_NET).getEpochSecond()));
    }

    /** Whether rows of that table carry these attributes. */
    public static boolean appliesTo(Table table) {
        return table.deletion() == Deletion.PURGE;
    }
}
