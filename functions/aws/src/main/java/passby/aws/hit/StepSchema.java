package passby.aws.hit;

import java.time.Instant;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.UnreadableItem;
import passby.aws.dynamodb.Values;
import passby.core.hit.HitStep;
import passby.core.hit.RejectionReason;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A step as it is stored, format version 1. It goes with its hit. */
final class StepSchema {
    private static final String VIEWED = "viewed";
    private static final String IMAGE_MATCHED = "image-matched";
    private static final String REJECTED = "rejected";

    static final TableSchema<Row> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.HITS, "step", 1, Row.class),
                    Row::expiresAt,
                    row -> row.hitId() + "#" + row.part())
            .keys(Row::key)
            .string("by", row -> row.step().by())
            .instant("at", row -> row.step().at())
            .string("step", row -> kind(row.step()))
            .with(
                    "reason",
                    Converters.code(RejectionReason.class, RejectionReason::code, RejectionReason::parse),
                    row -> row.step() instanceof HitStep.Rejected rejected ? rejected.reason() : null)
            .build(values -> new Row(
                    Tables.HITS.key(values.string("hitId"), values.string("part")),
                    step(values),
                    values.instant(Expiry.EXPIRES_AT)));

    private StepSchema() {}

    /** A step under the key of its number. */
    record Row(Key key, HitStep step, Instant expiresAt) {
        private String hitId() {
            return key.partitionKeyValue().s();
        }

        private String part() {
            return key.sortKeyValue().orElseThrow().s();
        }
    }

    private static String kind(HitStep step) {
        return switch (step) {
            case HitStep.Viewed viewed -> VIEWED;
            case HitStep.ImageMatched matched -> IMAGE_MATCHED;
            case HitStep.Rejected rejected -> REJECTED;
        };
    }

    private static HitStep step(Values values) {
        var by = values.string("by");
        var at = values.instant("at");
        return switch (values.string("step")) {
            case VIEWED -> new HitStep.Viewed(by, at);
            case IMAGE_MATCHED -> new HitStep.ImageMatched(by, at);
            case REJECTED -> new HitStep.Rejected(by, at, values.get("reason", RejectionReason.class));
            default -> throw new UnreadableItem("step", "is of an unknown kind");
        };
    }
}
