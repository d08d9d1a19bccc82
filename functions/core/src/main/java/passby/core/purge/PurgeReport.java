package passby.core.purge;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How the last run of the purge went.
 *
 * @param at when it ended
 * @param late for each kind the longest that one of its rows was deleted after its date, in whole seconds; kinds without any lateness
 *     are left out
 * @param refused deletions that a store refused; they are tried again each minute
 * @param finished whether nothing that was due was left
 */
public record PurgeReport(Instant at, Map<RowKind, Duration> late, long refused, boolean finished) {
    /** Runs begin every minute and end within another; after this long without one the purge does not run. */
    public static final Duration SILENT = Duration.ofMinutes(3);

    /** What the report says of deletion at a later instant. */
    public enum State {
        ON_TIME("on-time"),
        /** Something was deleted after its date, or a store refuses, or the work is not done within its minute. */
        LATE("late"),
        /** No run has ended for {@link #SILENT}. */
        SILENT("silent");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public PurgeReport {
        late = Map.copyOf(late);
    }

    public static PurgeReport of(PurgeRun run, Instant at) {
        return new PurgeReport(at, run.late(), run.failed(), run.finished());
    }

    public State state(Instant now) {
        if (!now.isBefore(at.plus(SILENT))) {
            return State.SILENT;
        }
        return late.isEmpty() && refused == 0 && finished ? State.ON_TIME : State.LATE;
    }
}
