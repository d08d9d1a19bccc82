package passby.core.request;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import passby.core.form.Checked;
import passby.core.form.Problem;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.policy.EffectivePolicy;

/**
 * An authorized request under way. Whichever way it ends, it ends with exactly one entry, which commits to who asked and to
 * what the request is about.
 */
public final class AuthorizedRequest {
    private final EntryType type;
    private final EffectivePolicy policy;
    private final Caller caller;
    private final Map<Field, String> about;
    private final Ledger ledger;
    private final EntryFactory entries;

    AuthorizedRequest(
            EntryType type,
            EffectivePolicy policy,
            Caller caller,
            Map<Field, String> about,
            Ledger ledger,
            EntryFactory entries) {
        this.type = type;
        this.policy = policy;
        this.caller = caller;
        this.about = about;
        this.ledger = ledger;
        this.entries = entries;
    }

    /** The policy in force for the whole of this request. */
    public EffectivePolicy policy() {
        return policy;
    }

    public Caller caller() {
        return caller;
    }

    /** The same request, whose entry commits to more fields; a field given again replaces the one before. */
    public AuthorizedRequest about(Map<Field, String> more) {
        var all = new EnumMap<Field, String>(Field.class);
        all.putAll(about);
        all.putAll(more);
        return new AuthorizedRequest(type, policy, caller, all, ledger, entries);
    }

    public AuthorizedRequest about(Field field, String value) {
        return about(Map.of(field, value));
    }

    /** The same request, whose entry has another type: what was done turned out to be more than was asked. */
    public AuthorizedRequest as(EntryType other, EffectivePolicy effective) {
        return new AuthorizedRequest(other, effective, caller, about, ledger, entries);
    }

    /** Goes on with a valid form, or refuses with everything that is wrong with it. */
    public <F, T> Result<T> check(Checked<F> form, Function<F, Result<T>> valid) {
        return switch (form) {
            case Checked.Valid<F>(var value) -> valid.apply(value);
            case Checked.Invalid<F>(var problems) -> invalid(problems);
        };
    }

    /** Enters the request, then answers: for what changes nothing. */
    public <T> Result<T> answer(T value) {
        return new Result.Done<>(value, ledger.append(entry()));
    }

    /** Commits a change together with its entry; a conflict is refused with the given sentence. */
    public <T> Result<T> change(T value, Function<Entry, Commit> change, String conflict) {
        return commit(value, change.apply(entry()), conflict);
    }

    /** What came of a change that the use case made with that entry; a conflict is refused with the given sentence. */
    public <T> Result<T> commit(T value, Commit commit, String conflict) {
        return switch (commit) {
            case Commit.Done(var accepted) -> new Result.Done<>(value, accepted);
            case Commit.Conflict() -> refuse(new Refusal.Conflict(conflict));
        };
    }

    public <T> Result<T> refuse(Refusal refusal) {
        var refused = about(Field.REASON, refusal.reason());
        return new Result.Refused<>(refusal, ledger.append(refused.entry(Outcome.REFUSED, List.of())));
    }

    public <T> Result<T> invalid(List<Problem> problems) {
        return refuse(new Refusal.Invalid(problems));
    }

    public <T> Result<T> notFound() {
        return refuse(new Refusal.NotFound());
    }

    /** An entry that this request was done, for a change that the use case commits itself. */
    public Entry entry() {
        return entry(List.of());
    }

    /** @param references ids of earlier entries that this one follows from */
    public Entry entry(List<String> references) {
        return entry(Outcome.DONE, references);
    }

    private Entry entry(Outcome outcome, List<String> references) {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.putAll(about);
        committed.put(Field.ACTOR, caller.person().personId());
        committed.put(Field.AGENCY, caller.person().agency());
        committed.put(Field.ORI, caller.person().ori().value());
        committed.put(Field.DEVICE, caller.device());
        return entries.create(type, outcome, policy.hash(), committed, references);
    }
}
