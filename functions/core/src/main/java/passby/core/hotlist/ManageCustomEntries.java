package passby.core.hotlist;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Ulids;
import passby.core.ledger.Accepted;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.policy.Authorizer;
import passby.core.policy.EffectivePolicy;

/** Adds, shows and withdraws the city's own hot-list entries. Adding an entry never searches the past. */
public final class ManageCustomEntries {
    /** What came of a request about a custom entry. */
    public sealed interface Answer {
        /** @param diesAt when it stops alerting unless a second person approves it before */
        record Shown(HotListEntry entry, Instant diesAt, Accepted accepted) implements Answer {}

        record Invalid(List<Problem> problems, Accepted accepted) implements Answer {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record NotFound(Accepted accepted) implements Answer {}

        record Conflict(Accepted accepted) implements Answer {}

        record Denied(Authorizer.Authorization.Denied denied) implements Answer {}
    }

    private final Authorizer authorizer;
    private final HotLists hotLists;
    private final Ledger ledger;
    private final Ulids ids;
    private final Clock clock;

    public ManageCustomEntries(Authorizer authorizer, HotLists hotLists, Ledger ledger, Ulids ids, Clock clock) {
        this.authorizer = authorizer;
        this.hotLists = hotLists;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    public Answer add(Caller caller, Form body) {
        return switch (authorizer.authorize(Action.ADD_HOT_LIST_ENTRY, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) ->
                switch (HotListEntryForm.parse(body, ids.next(), caller.person().personId(), clock.instant())) {
                    case Checked.Invalid<HotListEntry>(var problems) -> invalid(policy, caller, problems);
                    case Checked.Valid<HotListEntry>(var listed) ->
                        change(EntryType.HOT_LIST_ENTRY_ADDED, policy, caller, listed, hotLists::add);
                };
        };
    }

    private Answer invalid(EffectivePolicy policy, Caller caller, List<Problem> problems) {
        var reason = Problem.summary(problems);
        return new Answer.Invalid(
                problems, authorizer.refuse(EntryType.HOT_LIST_ENTRY_ADDED, policy, caller, reason, Map.of()));
    }

    public Answer view(Caller caller, String recordId) {
        return switch (authorizer.authorize(Action.VIEW_HOT_LIST_ENTRY, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) ->
                hotLists.find(HotListEntry.CUSTOM, recordId)
                        .map(found -> view(policy, caller, found))
                        .orElseGet(() -> notFound(EntryType.HOT_LIST_ENTRY_VIEWED, policy, caller, recordId));
        };
    }

    private Answer view(EffectivePolicy policy, Caller caller, HotListEntry found) {
        var entry = authorizer.entry(EntryType.HOT_LIST_ENTRY_VIEWED, Outcome.DONE, policy, caller, about(found));
        return shown(policy, found, ledger.append(entry));
    }

    /** From now on it alerts nobody. Hits that it made keep their snapshot of it. */
    public Answer withdraw(Caller caller, String recordId) {
        var type = EntryType.HOT_LIST_ENTRY_WITHDRAWN;
        return switch (authorizer.authorize(Action.WITHDRAW_HOT_LIST_ENTRY, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) ->
                hotLists.find(HotListEntry.CUSTOM, recordId)
                        .map(found -> withdraw(policy, caller, found))
                        .orElseGet(() -> notFound(type, policy, caller, recordId));
        };
    }

    private Answer withdraw(EffectivePolicy policy, Caller caller, HotListEntry found) {
        var type = EntryType.HOT_LIST_ENTRY_WITHDRAWN;
        return found.withdrawnAt() == null
                ? change(type, policy, caller, found.withdrawn(clock.instant()), hotLists::revise)
                : new Answer.Conflict(authorizer.refuse(type, policy, caller, Authorizer.CONFLICT, about(found)));
    }

    private Answer notFound(EntryType type, EffectivePolicy policy, Caller caller, String recordId) {
        var committed = Map.of(Field.SUBJECT, HotListEntry.CUSTOM + "#" + recordId);
        return new Answer.NotFound(authorizer.refuse(type, policy, caller, Authorizer.NOT_FOUND, committed));
    }

    private Answer change(
            EntryType type,
            EffectivePolicy policy,
            Caller caller,
            HotListEntry listed,
            BiFunction<HotListEntry, Entry, Commit> change) {
        var entry = authorizer.entry(type, Outcome.DONE, policy, caller, about(listed));
        return switch (change.apply(listed, entry)) {
            case Commit.Done(var accepted) -> shown(policy, listed, accepted);
            case Commit.Conflict() ->
                new Answer.Conflict(authorizer.refuse(type, policy, caller, Authorizer.CONFLICT, about(listed)));
        };
    }

    private static Answer shown(EffectivePolicy policy, HotListEntry listed, Accepted accepted) {
        var unapproved = listed.createdAt().plus(policy.bounds().unapprovedEntryLife());
        var dies = listed.approvedBy() != null || listed.expires().isBefore(unapproved) ? listed.expires() : unapproved;
        return new Answer.Shown(listed, dies, accepted);
    }

    private static Map<Field, String> about(HotListEntry listed) {
        return Map.of(
                Field.PLATE, listed.target().code() + " " + listed.state().code(),
                Field.SUBJECT, listed.source() + "#" + listed.recordId(),
                Field.PURPOSE, listed.category().code(),
                Field.CASE_NUMBER, listed.caseNumber(),
                Field.REASON, listed.reason());
    }
}
