package passby.core.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.request.SecondPerson;
import passby.core.retention.RetentionClock;

/**
 * Places, approves, renews and releases holds. Placing keeps the reads at once, for 14 days; what goes beyond, and every
 * renewal and release, takes a second person in a second role with a fresh second factor.
 */
public final class ManageHolds {
    static final String TOO_LATE = "The deletion of a read has begun: it cannot be held any more.";
    static final String CLOSED = "The hold is released or expired.";
    static final String NOTHING_ASKED = "Nothing waits for a second role.";
    static final String AT_THE_SAME_MOMENT = "Somebody else changed the hold at the same moment. Try again.";

    private final Authorizer authorizer;
    private final Holds holds;
    private final Frames frames;
    private final Reads reads;
    private final NamedReads named;
    private final Ulids ids;
    private final Clock clock;

    public ManageHolds(
            Authorizer authorizer, Holds holds, Frames frames, Reads reads, NamedReads named, Ulids ids, Clock clock) {
        this.authorizer = authorizer;
        this.holds = holds;
        this.frames = frames;
        this.reads = reads;
        this.named = named;
        this.ids = ids;
        this.clock = clock;
    }

    public Result<Hold> place(Caller caller, Form body) {
        return authorizer.handle(
                Action.PLACE_HOLD,
                EntryType.HOLD_PLACED,
                caller,
                request -> request.check(
                        HoldForm.parse(body, caller.person(), clock.instant()),
                        form -> place(request.about(about(form)), form)));
    }

    private Result<Hold> place(AuthorizedRequest request, HoldForm form) {
        var refs = new ArrayList<ReadRef>();
        for (var item : form.reads()) {
            var read = find(item.readId(), request.policy()).filter(found -> named.isNamed(found, item.namedBy()));
            if (read.isEmpty()) {
                return request.notFound();
            }
            refs.add(ReadRef.of(read.get()));
        }
        var entry = request.entry();
        var hold = hold(form, refs, request.caller(), entry);
        return switch (holds.place(hold, entry)) {
            case Holds.Placed.Done(var accepted) -> new Result.Done<>(hold, accepted);
            case Holds.Placed.TooLate tooLate -> request.refuse(new Refusal.Conflict(TOO_LATE));
        };
    }

    private Hold hold(HoldForm form, List<ReadRef> refs, Caller caller, Entry entry) {
        var now = clock.instant();
        var person = caller.person().personId();
        var asked = form.kind() == HoldKind.PRESERVATION
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
                asked,
                List.of(HoldEvent.of(HoldEvent.PLACED, person, now, entry)),
                1,
                null);
    }

    /** The body is {@code {"action":"renew","reviewAt":…,"role":…}} or {@code {"action":"release","role":…}}. */
    public Result<Hold> request(Caller caller, String holdId, Form body) {
        return authorizer.handle(Action.REQUEST_HOLD, EntryType.HOLD_REQUESTED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, holdId);
            return request.check(
                    asked(body, caller),
                    asked -> change(request, holdId, asked.action().code(), (hold, event) -> hold.asked(asked, event)));
        });
    }

    private Checked<HoldRequest> asked(Form body, Caller caller) {
        var action = body.code(
                "action",
                code -> HoldRequest.Action.parse(code).filter(one -> one != HoldRequest.Action.PLACE),
                "renew or release");
        var role = HoldRoles.parse(body, caller.person());
        var now = clock.instant();
        var until = action.filter(HoldRequest.Action.RENEW::equals).isPresent() ? HoldRoles.reviewDate(body, now) : now;
        return body.checked(
                () -> new HoldRequest(action.orElseThrow(), caller.person().personId(), role.orElseThrow(), until));
    }

    /** The body is {@code {"decision":"approve","role":"program-manager"}}, or with {@code reject}. */
    public Result<Hold> decide(Caller caller, String holdId, Form body) {
        return authorizer.handle(Action.DECIDE_HOLD, EntryType.HOLD_DECIDED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, holdId);
            var approves = body.code("decision", ManageHolds::decision, "approve or reject");
            var role = HoldRoles.parse(body, caller.person());
            return request.check(
                    body.checked(() -> new Decision(approves.orElseThrow(), role.orElseThrow())),
                    decision -> decide(request, holdId, decision));
        });
    }

    private record Decision(boolean approves, Role role) {}

    private static Optional<Boolean> decision(String code) {
        return switch (code) {
            case "approve" -> Optional.of(true);
            case "reject" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Result<Hold> decide(AuthorizedRequest request, String holdId, Decision decision) {
        if (!request.caller().hasFreshSecondFactor(clock.instant())) {
            return request.refuse(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
        }
        var found = holds.find(holdId);
        if (found.isEmpty()) {
            return request.notFound();
        }
        var hold = found.get();
        return hold.waiting(clock.instant())
                .map(asked -> decide(request, holdId, decision, asked))
                .orElseGet(() -> request.refuse(
                        new Refusal.Conflict(hold.request() == null ? NOTHING_ASKED : SecondPerson.LAPSED)));
    }

    private Result<Hold> decide(AuthorizedRequest request, String holdId, Decision decision, HoldRequest asked) {
        var sameRole = decision.approves() && asked.role() == decision.role();
        if (sameRole || asked.by().equals(request.caller().person().personId())) {
            return request.refuse(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        }
        var what = (decision.approves() ? "approved " : "rejected ")
                + asked.action().code();
        return change(
                request,
                holdId,
                what,
                (hold, event) -> decision.approves() ? hold.approved(asked, event) : hold.rejected(event));
    }

    public Result<List<Hold>> list(Caller caller) {
        return authorizer.handle(Action.VIEW_HOLDS, EntryType.HOLDS_VIEWED, caller, request -> {
            var open = holds.open();
            return request.about(Field.RESULT_COUNT, String.valueOf(open.size()))
                    .answer(open);
        });
    }

    private interface Step {
        Hold next(Hold hold, HoldEvent event);
    }

    private Result<Hold> change(AuthorizedRequest request, String holdId, String what, Step step) {
        var found = holds.find(holdId);
        if (found.isEmpty()) {
            return request.notFound();
        }
        var hold = found.get();
        var now = clock.instant();
        if (!hold.isInForce(now)) {
            return request.refuse(new Refusal.Conflict(CLOSED, hold.state().code()));
        }
        var about = request.about(
                Map.of(Field.ACTION, what, Field.CASE_NUMBER, hold.caseNumber().value()));
        var entry = about.entry(hold.entryIds());
        var next = step.next(hold, HoldEvent.of(what, request.caller().person().personId(), now, entry));
        return about.change(next, ignored -> holds.save(next, entry), AT_THE_SAME_MOMENT);
    }

    private static Map<Field, String> about(HoldForm form) {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.put(Field.CASE_NUMBER, form.caseNumber().value());
        committed.put(
                Field.ACTION,
                form.kind().code() + " until " + form.until() + " as "
                        + form.role().code());
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
