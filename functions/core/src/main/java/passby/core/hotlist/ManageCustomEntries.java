package passby.core.hotlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Limits;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.request.SecondPerson;

/**
 * The life of the city's own hot-list entries: added, listed, viewed, updated, approved by a second person, kept after a hit,
 * withdrawn. Adding an entry never searches the past.
 */
public final class ManageCustomEntries {
    /** @param diesAt when the entry stops alerting unless a second person approves it before */
    public record ShownEntry(HotListEntry entry, Instant diesAt) {}

    private static final String CHANGED = "Somebody else just changed the entry. It is at revision %d now.";
    private static final String OVER = "The entry is withdrawn or expired.";
    private static final String NOT_YOURS = "Only its author or the Program Manager changes an entry.";
    private static final String TOO_MANY_OPEN =
            "The city has " + HotLists.MAX_OPEN + " entries without a whole plate already, the most it may have.";
    private static final String NOT_UNDER_REVIEW = "No hit of the entry waits for a decision about it.";
    private static final int MAX_REVISION = 1_000_000;

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

    /**
     * Who enters a plate, the same part of one or the same description again within 30 days needs a second person at once: nobody
     * follows one car by re-entering it.
     */
    public Result<ShownEntry> add(Caller caller, Form body) {
        return authorizer.handle(
                Action.ADD_HOT_LIST_ENTRY,
                EntryType.HOT_LIST_ENTRY_ADDED,
                caller,
                request -> request.check(
                        HotListEntryForm.parse(
                                body, ids.next(), caller.person().personId(), clock.instant(), longest(request)),
                        listed -> add(request, listed)));
    }

    /** Nobody can crowd a plate with entries: each person adds so many in an hour of the clock, whatever their plates. */
    private Result<ShownEntry> add(AuthorizedRequest request, HotListEntry listed) {
        var perHour = request.policy().bounds().entriesPerHour();
        var now = clock.instant();
        if (limits.use("entries#" + listed.author(), Limits.Window.HOUR, now, 1, perHour) == 0) {
            return request.about(about(listed))
                    .refuse(new Refusal.TooMany(
                            "At most " + perHour + " entries in an hour.",
                            Duration.between(now, Limits.Window.HOUR.next(now))));
        }
        if (listed.plate().isEmpty() && hotLists.withoutPlate(now).size() >= HotLists.MAX_OPEN) {
            return request.about(about(listed)).refuse(new Refusal.Conflict(TOO_MANY_OPEN));
        }
        var again = hotLists.wasEnteredSince(listed, now.minus(HotListEntry.REENTRY));
        var entry = again ? listed.onlyWithApproval() : listed;
        return request.about(about(entry))
                .change(
                        shown(request.policy(), entry),
                        ledgerEntry -> hotLists.add(entry, ledgerEntry),
                        CHANGED.formatted(1));
    }

    /** Every live entry, the newest first: for the audit by author and age. */
    public Result<List<ShownEntry>> list(Caller caller) {
        return authorizer.handle(Action.LIST_HOT_LIST_ENTRIES, EntryType.HOT_LIST_ENTRIES_LISTED, caller, request -> {
            var now = clock.instant();
            var listed = hotLists.custom(now).stream()
                    .map(entry -> entry.endingWithin(longest(request)))
                    .filter(entry -> entry.isLive(now))
                    .map(entry -> shown(request.policy(), entry))
                    .toList();
            return request.about(Field.RESULT_COUNT, String.valueOf(listed.size()))
                    .answer(listed);
        });
    }

    /** A live entry. One that was withdrawn or has expired is not found. */
    public Result<ShownEntry> view(Caller caller, String recordId) {
        return authorizer.handle(
                Action.VIEW_HOT_LIST_ENTRY,
                EntryType.HOT_LIST_ENTRY_VIEWED,
                caller,
                request -> find(request, recordId)
                        .filter(found -> found.isLive(clock.instant()))
                        .map(found -> request.about(about(found)).answer(shown(request.policy(), found)))
                        .orElseGet(() -> notFound(request, recordId)));
    }

    /** The body is that of a new entry with the {@code revision} that its sender saw; the plate stays. */
    public Result<ShownEntry> update(Caller caller, String recordId, Form body) {
        return authorizer.handle(Action.UPDATE_HOT_LIST_ENTRY, EntryType.HOT_LIST_ENTRY_UPDATED, caller, request -> {
            var revision = body.longValue("revision", 1, MAX_REVISION);
            var wanted = HotListEntryForm.parse(
                    body, recordId, caller.person().personId(), clock.instant(), longest(request));
            return request.check(
                    wanted, entry -> live(request, recordId, found -> update(request, found, entry, revision)));
        });
    }

    private Result<ShownEntry> update(
            AuthorizedRequest request, HotListEntry found, HotListEntry wanted, long revision) {
        if (!mayChange(request.caller(), found)) {
            return request.refuse(new Refusal.Denied(List.of(NOT_YOURS)));
        }
        if (found.revision() != revision || !found.target().equals(wanted.target())) {
            return request.refuse(conflict(found));
        }
        return revise(request, found.updated(wanted).endingWithin(longest(request)));
    }

    /**
     * A second person, in another role than the author's and with a second factor shown just now, lets the entry live until
     * its expiry.
     */
    public Result<ShownEntry> approve(Caller caller, String recordId) {
        return authorizer.handle(
                Action.APPROVE_HOT_LIST_ENTRY,
                EntryType.HOT_LIST_ENTRY_APPROVED,
                caller,
                request -> live(request, recordId, found -> approve(request, found)));
    }

    private Result<ShownEntry> approve(AuthorizedRequest request, HotListEntry found) {
        var person = request.caller().person();
        if (!request.caller().hasFreshSecondFactor(clock.instant())) {
            return request.refuse(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
        }
        if (person.personId().equals(found.author()) || person.roles().equals(Set.of(Role.OPERATOR))) {
            return request.refuse(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        }
        if (found.approvedBy() != null) {
            return request.refuse(conflict(found));
        }
        return found.waitsForApproval(clock.instant())
                ? revise(request, found.approved(person.personId()))
                : request.refuse(new Refusal.Conflict(SecondPerson.LAPSED));
    }

    /** After a hit was acted upon: the entry stays, for the reason {@code {"reason":"…"}}. */
    public Result<ShownEntry> keep(Caller caller, String recordId, Form body) {
        return authorizer.handle(Action.KEEP_HOT_LIST_ENTRY, EntryType.HOT_LIST_ENTRY_KEPT, caller, request -> {
            var reason = body.string("reason", 500);
            return request.check(
                    body.checked(() -> reason),
                    given -> live(
                            request,
                            recordId,
                            found -> found.reviewDue() == null
                                    ? request.refuse(new Refusal.Conflict(NOT_UNDER_REVIEW))
                                    : revise(request.about(Field.NARRATIVE, given), found.keptAfterReview())));
        });
    }

    /** From now on it alerts nobody. Hits that it made keep their snapshot of it. */
    public Result<ShownEntry> withdraw(Caller caller, String recordId) {
        return authorizer.handle(
                Action.WITHDRAW_HOT_LIST_ENTRY,
                EntryType.HOT_LIST_ENTRY_WITHDRAWN,
                caller,
                request -> live(
                        request,
                        recordId,
                        found -> mayChange(caller, found)
                                ? revise(request, found.withdrawn(clock.instant()))
                                : request.refuse(new Refusal.Denied(List.of(NOT_YOURS)))));
    }

    private static boolean mayChange(Caller caller, HotListEntry found) {
        return found.author().equals(caller.person().personId())
                || caller.person().roles().contains(Role.PROGRAM_MANAGER);
    }

    /** Goes on with an entry that is neither withdrawn nor expired. */
    private Result<ShownEntry> live(
            AuthorizedRequest request, String recordId, Function<HotListEntry, Result<ShownEntry>> use) {
        var found = find(request, recordId);
        if (found.isEmpty()) {
            return notFound(request, recordId);
        }
        return found.get().isLive(clock.instant())
                ? use.apply(found.get())
                : request.about(about(found.get())).refuse(new Refusal.Conflict(OVER));
    }

    /** As the clock of entries that is in force ends it, whatever it was when the entry was made. */
    private Optional<HotListEntry> find(AuthorizedRequest request, String recordId) {
        return hotLists.find(HotListEntry.CUSTOM, recordId).map(found -> found.endingWithin(longest(request)));
    }

    private static Duration longest(AuthorizedRequest request) {
        return request.policy().longestListEntry();
    }

    private static Result<ShownEntry> notFound(AuthorizedRequest request, String recordId) {
        return request.about(Field.SUBJECT, HotListEntry.CUSTOM + "#" + recordId)
                .notFound();
    }

    private Result<ShownEntry> revise(AuthorizedRequest request, HotListEntry revised) {
        return request.about(about(revised))
                .change(
                        shown(request.policy(), revised),
                        entry -> hotLists.revise(revised, entry),
                        CHANGED.formatted(revised.revision()));
    }

    private static Refusal conflict(HotListEntry found) {
        return new Refusal.Conflict(CHANGED.formatted(found.revision()), String.valueOf(found.revision()));
    }

    private static ShownEntry shown(EffectivePolicy policy, HotListEntry listed) {
        var unapproved = listed.createdAt().plus(policy.bounds().unapprovedEntryLife());
        var dies = listed.approvedBy() != null || listed.expires().isBefore(unapproved) ? listed.expires() : unapproved;
        return new ShownEntry(listed, dies);
    }

    private static Map<Field, String> about(HotListEntry listed) {
        return Map.of(
                Field.PLATE, listed.target().code() + " " + listed.state().code(),
                Field.SUBJECT, listed.source() + "#" + listed.recordId(),
                Field.PURPOSE, listed.category().code(),
                Field.CASE_NUMBER, listed.caseNumber().value(),
                Field.REASON, listed.reason());
    }
}
