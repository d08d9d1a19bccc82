package passby.core.search;

import java.time.Clock;
import java.util.List;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.policy.Limits;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.read.Reads;
import passby.core.read.ShownReads;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Result;

/**
 * Opens one row of a search that answered without plates: a gated view of its own, with its own purpose and entry. (product.md, E3)
 */
public final class ViewRead {
    private final Authorizer authorizer;
    private final ShownReads shown;
    private final DecoyRows decoys;
    private final HourlySearches hourly;
    private final Purposes purposes;
    private final Clock clock;

    public ViewRead(
            Authorizer authorizer,
            Frames frames,
            Reads reads,
            DecoyRows decoys,
            Limits limits,
            Purposes purposes,
            Clock clock) {
        this.authorizer = authorizer;
        this.shown = new ShownReads(frames, reads, clock);
        this.decoys = decoys;
        this.hourly = new HourlySearches(limits);
        this.purposes = purposes;
        this.clock = clock;
    }

    /**
     * The body is {@code {"purpose":{…}}}, complete as for a search.
     *
     * @param readId not validated here: an impossible one is treated, and recorded, as not found
     */
    public Result<Read> handle(Caller caller, String readId, Form body) {
        return authorizer.handle(Action.VIEW_READ, EntryType.READ_VIEWED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, readId);
            var purpose = purposes.parse(body.form("purpose"), request.policy());
            return request.check(
                    body.checked(purpose::orElseThrow), valid -> view(request.about(valid.committed()), valid, readId));
        });
    }

    /** Counted as a search is, or whoever opens one row after the other sees every plate of a street. */
    private Result<Read> view(AuthorizedRequest request, Purpose purpose, String readId) {
        return hourly.counted(request, clock.instant(), () -> opened(request, purpose, readId));
    }

    private Result<Read> opened(AuthorizedRequest request, Purpose purpose, String readId) {
        return shown.find(readId, request.policy())
                .or(() -> decoys.find(readId, request.policy()))
                .map(read -> purposes.tooOld(purpose, request.policy(), read.capturedAt())
                        .<Result<Read>>map(problem -> request.invalid(List.of(problem)))
                        .orElseGet(() ->
                                request.about(Field.PLATE, read.plate().raw()).answer(read)))
                .orElseGet(request::notFound);
    }
}
