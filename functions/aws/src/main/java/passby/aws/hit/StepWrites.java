package passby.aws.hit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.core.hit.Hit;
import passby.core.hit.HitState;
import passby.core.hit.HitStep;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a step writes: the hit's own row, which counts the steps, so that a second step on the same sight of the hit finds the
 * count moved on; and a row of its own.
 */
final class StepWrites {
    /** The hit's and the step's: a condition of theirs that does not hold is a conflict. */
    static final int ROWS = 2;

    private final DynamoDbTable<Progress> stepped;
    private final DynamoDbTable<Progress> dated;
    private final DynamoDbTable<StepSchema.Row> steps;

    StepWrites(DynamoDbClient client, Tables tables) {
        this.stepped = tables.mapped(client, Tables.HITS, Progress.STEPPED);
        this.dated = tables.mapped(client, Tables.HITS, Progress.DATED);
        this.steps = tables.mapped(client, Tables.HITS, StepSchema.ROW);
    }

    /** The hit keeps its date. What is recorded of a rejected one is dated by the clock that finishes rejections. */
    List<Write> of(Hit seen, HitStep step) {
        var after = Progress.after(seen, with(seen, step), null);
        var progress = seen.state() == HitState.REJECTED ? after.unfinished(step.at()) : after;
        return List.of(update(stepped, progress, seen), row(seen, step, seen.expiresAt()));
    }

    /** The hit is given that date, and a clock looks after it: more frames of its pass may come. */
    List<Write> dated(Hit seen, HitStep step, Instant expiresAt) {
        var after = Progress.after(seen, with(seen, step), Progress.Dated.of(seen, expiresAt));
        return List.of(update(dated, after.unfinished(step.at()), seen), row(seen, step, expiresAt));
    }

    /** The hit keeps its date until a clock has finished what the step began. */
    List<Write> unfinished(Hit seen, HitStep step) {
        var after = Progress.after(seen, with(seen, step), null);
        return List.of(update(stepped, after.unfinished(step.at()), seen), row(seen, step, seen.expiresAt()));
    }

    /** @param isLast whether no clock looks for the hit any more */
    Write finished(Hit hit, Instant expiresAt, boolean isLast) {
        var after = Progress.after(hit, hit.steps(), Progress.Dated.of(hit, expiresAt));
        return update(
                dated, isLast ? after : after.unfinished(hit.steps().getLast().at()), hit);
    }

    private static List<HitStep> with(Hit seen, HitStep step) {
        return Stream.concat(seen.steps().stream(), Stream.of(step)).toList();
    }

    private static Write update(DynamoDbTable<Progress> table, Progress progress, Hit seen) {
        return Writes.update(table, progress, IgnoreNullsMode.DEFAULT, isAsSeen(seen));
    }

    private static Expression isAsSeen(Hit seen) {
        return Writes.has(
                HitSchema.STEP_COUNT,
                AttributeValue.fromN(Integer.toString(seen.steps().size())));
    }

    private Write row(Hit seen, HitStep step, Instant expiresAt) {
        var number = seen.steps().size() + 1;
        return Writes.putNew(steps, new StepSchema.Row(HitRowKeys.step(seen.hitId(), number), step, expiresAt));
    }
}
