package passby.aws.redate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Clock;
import java.time.Duration;
import passby.aws.lambda.ClockHandler;
import passby.core.redate.AlignBackstops;
import passby.core.redate.RedateRows;

/**
 * Gives stored rows their earlier dates after a retention was shortened, a minute's work each minute; when all have them, the store
 * of pictures gets its rules by the same clocks.
 */
public final class RedateHandler implements ClockHandler {
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private final RedateRows redate;
    private final AlignBackstops align;
    private final Clock clock;

    public RedateHandler(RedateRows redate, AlignBackstops align, Clock clock) {
        this.redate = redate;
        this.align = align;
        this.clock = clock;
    }

    /** @return how many rows the job under way has given an earlier date; 0 when there is none */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        return switch (redate.handle(clock.instant().plus(LONGEST))) {
            case RedateRows.Answer.Settled() -> {
                align.handle();
                yield 0;
            }
            case RedateRows.Answer.Waiting() -> 0;
            case RedateRows.Answer.Working(var changed) -> Math.toIntExact(changed);
            case RedateRows.Answer.Done(var changed) -> Math.toIntExact(changed);
        };
    }
}
