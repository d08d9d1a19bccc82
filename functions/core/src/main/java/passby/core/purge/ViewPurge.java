package passby.core.purge;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.request.Authorizer;
import passby.core.request.Result;

/** Shows those who govern whether the city deletes on time, kind by kind. */
public final class ViewPurge {
    /** @param report of the last run; null before the first one, which is silence too */
    public record PurgeHealth(
            PurgeReport.State state, @Nullable PurgeReport report) {}

    private final Authorizer authorizer;
    private final PurgeReports reports;
    private final Clock clock;

    public ViewPurge(Authorizer authorizer, PurgeReports reports, Clock clock) {
        this.authorizer = authorizer;
        this.reports = reports;
        this.clock = clock;
    }

    public Result<PurgeHealth> view(Caller caller) {
        return authorizer.handle(Action.VIEW_RETENTION_HEALTH, EntryType.RETENTION_HEALTH_VIEWED, caller, request -> {
            var report = reports.find().orElse(null);
            var state = report == null ? PurgeReport.State.SILENT : report.state(clock.instant());
            return request.about(Field.SUBJECT, state.code()).answer(new PurgeHealth(state, report));
        });
    }
}
