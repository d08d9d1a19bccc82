package passby.core.search;

import java.time.Instant;
import java.util.function.Supplier;
import passby.core.policy.Limits;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Refusal;
import passby.core.request.Result;

/** How much a person may ask in an hour: each search counts once, however many pages it has, and so does each row opened by itself. */
public record HourlySearches(Limits limits) {
    public <T> Result<T> counted(AuthorizedRequest request, Instant now, Supplier<Result<T>> allowed) {
        var perHour = request.policy().bounds().searchesPerHour();
        var by = request.caller().person().personId();
        return limits.use("search#" + by, Limits.Window.HOUR, now, 1, perHour) == 0
                ? request.refuse(new Refusal.TooMany(
                        "At most " + perHour + " searches in an hour.", Limits.Window.HOUR.rest(now)))
                : allowed.get();
    }
}
