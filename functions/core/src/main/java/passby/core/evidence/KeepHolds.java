package passby.core.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Authorizer;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;
import passby.core.retention.RetentionClock;

/**
 * Places, approves, renews and releases holds. Placing keeps the reads at once, for 14 days; what goes beyond, and every
 * renewal and release, takes a second person in a second role with a fresh second factor.
 */
public final class KeepHolds {
    /** What came of a request about holds. */
    public sealed interface Answer {
        record Shown(Hold hold, Accepted accepted) implements Answer {}

        record Listed(List<Hold> holds, Accepted accepted) implements Answer {
            public Listed {
                holds = List.copyOf(holds);
            }
        }

        record Invalid(List<Problem> problems, Accepted accepted) implements Answer {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record NotFound(Accepted accepted) implements Answer {}

        /** The second factor was shown too long ago. */
        record NotFresh(Accepted accepted) implements Answer {}

        /** The same person, or the same role, asked for it. */
        record NotIndependent(Accepted accepted) implements Answer {}

        /** @param detail why it cannot be done, a sentence */
        record Conflict(String detail, Accepted accepted) implements Answer {}

        record Denied(Authorizer.Authorization.Denied denied) implements Answer {}
    }

    static final String TOO_LATE = "The deletion of a read has begun: it cannot be held any more.";
    static final String CLOSED = "The hold is released or expired.";
    static final String NOTHING_ASKED = "Nothing waits for a second role.";
    static final String AT_THE_SAME_MOMENT = "Somebody else changed the hold at the same moment. Try again.";

    private final Authorizer authorizer;
    private final Holds holds;
    private final Frames frames;
    private final Reads reads;
    private final NamedReads named;
    private final Ledger ledger;
    private final Ulids ids;
    private final Clock clock;

    public KeepHolds(
            Authorizer authorizer,
            Holds holds,
            Frames frames,
            Reads reads,
            NamedReads named,
            Ledger ledger,
            Ulids ids,
            Clock clock) {
        this.authorizer = authorizer;
        this.holds = holds;
        this.frames = frames;
        this.reads = reads;
        this.named = named;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    public Answer place(Caller caller, Form body) {
        return admit(Action.PLACE_HOLD, caller, policy ->
                switch (HoldForm.parse(body, caller.person(), clock.instant())) {
                    case Checked.Invalid<HoldForm>(var problems) ->
                        invalid(EntryType.HOLD_PLACED, policy, caller, problems, "new hold");
                    case Checked.Valid<HoldForm>(var form) -> place(policy, caller, form);
                });
    }

    private Answer place(EffectivePolicy policy, Caller caller, HoldForm form) {
        var refs = new ArrayList<ReadRef>();
        var committed = about(form);
        for (var item : form.reads()) {
            var read = find(item.readId(), policy).filter(found -> named.isNamed(found, item.namedBy()));
            if (read.isEmpty()) {
                return new Answer.NotFound(
                        authorizer.refuse(EntryType.HOLD_PLACED, policy, caller, Authorizer.NOT_FOUND, committed));
            }
            refs.add(ReadRef.of(read.get()));
        }
        var now = clock.instant();
        var entry = authorizer.entry(EntryType.HOLD_PLACED, Outcome.DONE, policy, caller, committed);
        var hold = hold(form, refs, caller, now, entry);
        return switch (holds.place(hold, entry)) {
            case Holds.Placed.Done(var accepted) -> new Answer.Shown(hold, accepted);
            case Holds.Placed.TooLate tooLate ->
                new Answer.Conflict(
                        TOO_LATE, authorizer.refuse(EntryType.HOLD_PLACED, policy, caller, Authorizer.CONFLICT, committed));
        };
    }

    private Hold hold(HoldForm form, List<ReadRef> refs, Caller caller, Instant now, Entry entry) {
        var person = caller.person().personId();
        var request = form.kind() == HoldKind.PRESERVATION
                ? null
                : new HoldRequest(HoldRequest.Action.PLACE, person, form.role(), form.until());
        return new Hold(
                ids.next(),
                form.kind(),
                form.caseNumber(),
                form.authority(),
                form.party(),
                refs.stream().map(ref -> new HeldRead(ref, false)).toList(),
                now.plus(Hold.PRESERVATION),
                Hold.State.PRESERVED,
                request,
                List.of(HoldEvent.of("placed", person, now, entry)),
                1);
    }

    /** The body is {@code {"action":"renew","reviewAt":…,"role":…}} or {@code {"action":"release","role":…}}. */
    public Answer request(Caller caller, String holdId, Form body) {
        return admit(Action.PLACE_HOLD, caller, policy ->
                switch (request(body, caller)) {
                    case Checked.Invalid<HoldRequest>(var problems) ->
                        invalid(EntryType.HOLD_REQUESTED, policy, caller, problems, holdId);
                    case Checked.Valid<HoldRequest>(var asked) ->
                        change(
                                EntryType.HOLD_REQUESTED,
                                policy,
                                caller,
                                holdId,
                                asked.action().code(),
                                (hold, event) -> hold.asked(asked, event));
                });
    }

    private Checked<HoldRequest> request(Form body, Caller caller) {
        var action = body.code(
                "action",
                word -> HoldRequest.Action.parse(word).filter(one -> one != HoldRequest.Action.PLACE),
                "renew or release");
        var role = HoldRoles.parse(body, caller.person());
        var now = clock.instant();
        var until = action.filter(HoldRequest.Action.RENEW::equals).isPresent() ? HoldRoles.reviewDate(body, now) : now;
        return body.checked(() -> new HoldRequest(
                action.orElseThrow(), caller.person().personId(), role.orElseThrow(), until));
    }

    /** The body is {@code {"decision":"approve","role":"program-manager"}}, or with {@code reject}. */
    public Answer decide(Caller caller, String holdId, Form body) {
        return admit(Action.DECIDE_HOLD, caller, policy -> {
            var approves = body.code("decision", KeepHolds::decision, "approve or reject");
            var role = HoldRoles.parse(body, caller.person());
            return switch (body.checked(() -> new Decision(approves.orElseThrow(), role.orElseThrow()))) {
                case Checked.Invalid<Decision>(var problems) ->
                    invalid(EntryType.HOLD_DECIDED, policy, caller, problems, holdId);
                case Checked.Valid<Decision>(var decision) -> decide(policy, caller, holdId, decision);
            };
        });
    }

    private record Decision(boolean approves, Role role) {}

    private static Optional<Boolean> decision(String word) {
        return switch (word) {
            case "approve" -> Optional.of(true);
            case "reject" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Answer decide(EffectivePolicy policy, Caller caller, String holdId, Decision decision) {
        var type = EntryType.HOLD_DECIDED;
        if (!caller.hasFreshSecondFactor(clock.instant())) {
            return new Answer.NotFresh(refuse(type, policy, caller, "second-factor-not-fresh", holdId));
        }
        var request = holds.find(holdId).flatMap(hold -> Optional.ofNullable(hold.request()));
        if (request.isEmpty()) {
            return holds.find(holdId).isEmpty()
                    ? new Answer.NotFound(refuse(type, policy, caller, Authorizer.NOT_FOUND, holdId))
                    : new Answer.Conflict(NOTHING_ASKED, refuse(type, policy, caller, Authorizer.CONFLICT, holdId));
        }
        var asked = request.get();
        if (asked.by().equals(caller.person().personId()) || decision.approves() && asked.role() == decision.role()) {
            return new Answer.NotIndependent(refuse(type, policy, caller, "not-independent", holdId));
        }
        var what = (decision.approves() ? "approved " : "rejected ") + asked.action().code();
        return change(
                type,
                policy,
                caller,
                holdId,
                what,
                (hold, event) -> decision.approves() ? hold.approved(asked, event) : hold.rejected(event));
    }

    public Answer list(Caller caller) {
        return admit(Action.VIEW_HOLDS, caller, policy -> {
            var open = holds.open();
            var committed = Map.of(Field.RESULT_COUNT, String.valueOf(open.size()));
            var entry = authorizer.entry(EntryType.HOLDS_VIEWED, Outcome.DONE, policy, caller, committed);
            return new Answer.Listed(open, ledger.append(entry));
        });
    }

    private interface Step {
        Hold next(Hold hold, HoldEvent event);
    }

    private Answer change(
            EntryType type, EffectivePolicy policy, Caller caller, String holdId, String what, Step step) {
        var found = holds.find(holdId);
        if (found.isEmpty()) {
            return new Answer.NotFound(refuse(type, policy, caller, Authorizer.NOT_FOUND, holdId));
        }
        var hold = found.get();
        var now = clock.instant();
        if (!hold.isInForce(now)) {
            return new Answer.Conflict(CLOSED, refuse(type, policy, caller, Authorizer.CONFLICT, holdId));
        }
        var committed = Map.of(Field.SUBJECT, holdId, Field.ACTION, what, Field.CASE_NUMBER, hold.caseNumber());
        var entry = authorizer.entry(type, Outcome.DONE, policy, caller, committed, hold.entryIds());
        var next = step.next(hold, HoldEvent.of(what, caller.person().personId(), now, entry));
        return switch (holds.save(next, entry)) {
            case Commit.Done(var accepted) -> new Answer.Shown(next, accepted);
            case Commit.Conflict() ->
                new Answer.Conflict(AT_THE_SAME_MOMENT, refuse(type, policy, caller, Authorizer.CONFLICT, holdId));
        };
    }

    private Answer admit(Action action, Caller caller, Function<EffectivePolicy, Answer> then) {
        return switch (authorizer.authorize(action, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) -> then.apply(policy);
        };
    }

    private Answer invalid(
            EntryType type, EffectivePolicy policy, Caller caller, List<Problem> problems, String subject) {
        return new Answer.Invalid(problems, refuse(type, policy, caller, Problem.summary(problems), subject));
    }

    private Accepted refuse(EntryType type, EffectivePolicy policy, Caller caller, String reason, String subject) {
        return authorizer.refuse(type, policy, caller, reason, Map.of(Field.SUBJECT, subject));
    }

    private static Map<Field, String> about(HoldForm form) {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.put(Field.CASE_NUMBER, form.caseNumber());
        committed.put(Field.ACTION, form.kind().code() + " until " + form.until() + " as " + form.role().code());
        committed.put(Field.REASON, form.authority());
        committed.put(Field.ON_BEHALF_OF, form.party());
        committed.put(
                Field.SUBJECT,
                form.reads().stream()
                        .map(item -> item.readId() + " by " + item.namedBy())
                        .collect(Collectors.joining(" ")));
        return committed;
    }

    /** A read past its retention cannot be held: nobody can see it any more, not even to keep it. */
    private Optional<Read> find(String readId, EffectivePolicy policy) {
        var dash = readId.lastIndexOf('-');
        return dash < 1
                ? Optional.empty()
                : frames.find(readId.substring(0, dash)).stream()
                        .flatMap(frame -> frame.reads().stream())
                        .filter(ref -> ref.readId().equals(readId))
                        .findFirst()
                        .flatMap(reads::find)
                        .filter(read -> RetentionClock.mayAnswer(
                                clock.instant(),
                                read.expiresAt(),
                                read.retentionBase(),
                                policy.retention(read.retentionClass())));
    }
}
