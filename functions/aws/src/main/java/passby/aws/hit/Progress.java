package passby.aws.hit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.hit.Hit;
import passby.core.hit.HitCourse;
import passby.core.hit.HitId;
import passby.core.hit.HitStep;
import passby.core.retention.RetentionClock;
import passby.core.retention.RowClock;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * What the list of open hits shows of a hit, and what a step changes of it.
 *
 * @param open the partition of open hits, or null, which takes the hit out of it
 * @param waiting the partition in which a clock looks for it, or null
 * @param due since when, or null
 * @param dated its new date, or null where it keeps the one it has
 */
record Progress(
        HitId hitId,
        String state,
        @Nullable Integer stepCount,
        @Nullable String open,
        @Nullable String raised,
        @Nullable String waiting,
        @Nullable String due,
        @Nullable Dated dated) {
    static final TableSchema<Progress> STEPPED = attributes()
            .build(values -> new Progress(
                    values.parse("hitId", HitId::new),
                    values.string(HitSchema.STATE),
                    null,
                    values.string(Tables.BY_OPEN.partition()),
                    values.string(Tables.BY_OPEN.sort()),
                    null,
                    null,
                    null));

    /** The same with a new date. */
    static final TableSchema<Progress> DATED = attributes()
            .with(
                    Expiry.BASES,
                    Converters.map(Converters.instant()),
                    progress -> Map.of(RowClock.NON_HIT.code(), date(progress).base()))
            .instant(Expiry.EXPIRES_AT, progress -> date(progress).expiresAt())
            .string(
                    Tables.BY_EXPIRY.sort(),
                    progress -> Expiry.position(
                            date(progress).expiresAt(), progress.hitId().value() + "#" + HitRowKeys.HIT))
            .timeToLive(progress -> date(progress).expiresAt().plus(Expiry.SAFETY_NET))
            .build(values -> {
                throw new UnsupportedOperationException("written only");
            });

    /** The date of a rejected hit, and its retention base. */
    record Dated(Instant expiresAt, Instant base) {
        static Dated of(Hit hit, Instant expiresAt) {
            var sighting = hit.sighting();
            return new Dated(expiresAt, RetentionClock.base(sighting.capturedAt(), sighting.receivedAt()));
        }
    }

    private static SchemaBuilder<Progress> attributes() {
        return SchemaBuilder.partOfRow(Tables.HITS, "hit", Progress.class)
                .keys(progress -> HitRowKeys.hit(progress.hitId()))
                .string(HitSchema.STATE, Progress::state)
                .integer(HitSchema.STEP_COUNT, Progress::stepCount)
                .string(Tables.BY_OPEN.partition(), Progress::open)
                .string(Tables.BY_OPEN.sort(), Progress::raised)
                .string(Tables.BY_DUE.partition(), Progress::waiting)
                .string(Tables.BY_DUE.sort(), Progress::due);
    }

    private static Dated date(Progress progress) {
        return Objects.requireNonNull(progress.dated());
    }

    /** After these steps. The keys of the indexes that the hit leaves are null, which removes them. */
    static Progress after(Hit hit, List<HitStep> taken, @Nullable Dated dated) {
        var state = HitCourse.state(taken);
        var due = HitCourse.dueAt(taken);
        return new Progress(
                hit.hitId(),
                state.code(),
                taken.size(),
                state.isOpen() ? HitRowKeys.OPEN : null,
                state.isOpen() ? HitRowKeys.raised(hit.raisedAt(), hit.hitId()) : null,
                due.isPresent() ? HitRowKeys.due(hit.hitId()) : null,
                due.map(KeyTimes::millis).orElse(null),
                dated);
    }

    /** The same, waiting for the clock that finishes rejections. */
    Progress unfinished(Instant since) {
        return new Progress(
                hitId, state, stepCount, open, raised, HitRowKeys.UNFINISHED, KeyTimes.millis(since), dated);
    }
}
