package passby.core.hotlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Limits;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;

/** Adds, shows and withdraws the city's own hot-list entries. Adding an entry never searches the past. */
public final class ManageCustomEntries {
    /** @param diesAt when the entry stops alerting unless a second person approves it before */
    public record ShownEntry(HotListEntry entry, Instant diesAt) {}

    private static final String CHANGED = "The entry is withdrawn already, or somebody else just changed it.";

    private final Authorizer authorizer;
    private final HotLists hotLists;
    private final Limits limits;
    private final Ulids ids;
    private final Clock clock;

    public ManageCustomEntries(Authorizer authorizer, HotLists hotLists, Limits limits, Ulids ids, Clock clock) {
        this.authorizer = authorizer;
        this.hotLists = hotLists;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    public Result<ShownEntry> add(Caller caller, Form body) {
        return authorizer.handle(
                Action.ADD_HOT_LIST_ENTRY,
                EntryType.HOT_LIST_ENTRY_ADDED,
                caller,
                request -> request.check(
                        HotListEntryForm.parse(body, ids.next(), caller.person().personId(), clock.instant()),
                        listed -> add(request, listed)));
    }

    /** Nobody can crowd a plate with entries: each person adds so many in an hour of the clock, whatever their plates. */
    private Result<ShownEntry> add(AuthorizedRequest request, HotListEntry listed) {
        var perHour = request.policy().bounds().entriesPerHour();
        var now = clock.instant();
        return limits.use("entries#" + listed.author(), Limits.Window.HOUR, now, 1, perHour) == 0
                ? request.about(about(listed))
                        .refuse(new Refusal.TooMany(
                                "At most " + perHour + " entries in an hour.",
                                Duration.between(now, Limits.Window.HOUR.next(now))))
                : change(request, listed, hotLists::add);
    }

    public Result<ShownEntry> view(Caller caller, String recordId) {
        return authorizer.handle(
                Action.VIEW_HOT_LIST_ENTRY,
                EntryType.HOT_LIST_ENTRY_VIEWED,
                caller,
                request -> hotLists.find(HotListEntry.CUSTOM, recordId)
                        .map(found -> request.about(about(found)).answer(shown(request.policy(), found)))
                        .orElseGet(() -> notFound(request, recordId)));
    }

    /** From now on it alerts nobody. Hits that it made keep their snapshot of it. */
    public Result<ShownEntry> withdraw(Caller caller, String recordId) {
        return authorizer.handle(
                Action.WITHDRAW_HOT_LIST_ENTRY,
                EntryType.HOT_LIST_ENTRY_WITHDRAWN,
                caller,
                request -> hotLists.find(HotListEntry.CUSTOM, recordId)
                        .map(found -> found.withdrawn(clock.instant()))
                        .map(withdrawn -> change(request, withdrawn, hotLists::withdraw))
                        .orElseGet(() -> notFound(request, recordId)));
    }

    private static Result<ShownEntry> notFound(AuthorizedRequest request, String recordId) {
        return request.about(Field.SUBJECT, HotListEntry.CUSTOM + "#" + recordId)
                .notFound();
    }

    private static Result<ShownEntry> change(
            AuthorizedRequest request, HotListEntry listed, BiFunction<HotListEntry, Entry, Commit> change) {
        return request.about(about(listed))
                .change(shown(request.policy(), listed), entry -> change.apply(listed, entry), CHANGED);
    }

    private static ShownEntry shown(EffectivePolicy policy, HotListEntry listed) {
        var unapproved = listed.createdAt().plus(policy.bounds().unapprovedEntryLife());
        var dies = listed.approvedBy() != null || listed.expires().isBefore(unapproved) ? listed.expires() : unapproved;
        return new ShownEntry(listed, dies);
    }

    private static Map<Field, String> about(HotListEntry listed) {
        return Map.of(
                Field.PLATE, listed.plate().raw() + " " + listed.state().code(),
                Field.SUBJECT, listed.source() + "#" + listed.recordId(),
                Field.PURPOSE, listed.category().code(),
                Field.CASE_NUMBER, listed.caseNumber(),
                Field.REASON, listed.reason());
    }
}
