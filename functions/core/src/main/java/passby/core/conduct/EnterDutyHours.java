package passby.core.conduct;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.People;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;

/** Takes a person's hours from the Program Manager, who does not enter their own. (product.md, E7) */
public final class EnterDutyHours {
    private static final String AT_THE_SAME_MOMENT = "These hours were entered at the same moment. Try again.";

    private static final String TOO_MANY = "At most " + DutyHours.MOST_EXTRA
            + " changes of a person's shifts are remembered: enter the weekly hours anew.";

    private final Authorizer authorizer;
    private final People people;
    private final Duties duties;
    private final Clock clock;

    public EnterDutyHours(Authorizer authorizer, People people, Duties duties, Clock clock) {
        this.authorizer = authorizer;
        this.people = people;
        this.duties = duties;
        this.clock = clock;
    }

    /** One shift of somebody is another's, on its date. Answers the hours of who gave it. */
    public Result<DutyHours> swap(Caller caller, Form body) {
        return authorizer.handle(
                Action.SWAP_SHIFT,
                EntryType.DUTY_HOURS_ENTERED,
                caller,
                authorized -> authorized.check(ConductForms.swap(body), swap -> {
                    var request = authorized.about(Map.of(
                            Field.SUBJECT,
                            swap.personId(),
                            Field.ACTION,
                            "swap of " + swap.shift().from() + " to "
                                    + swap.shift().to() + " taken by " + swap.takenBy()));
                    var self = caller.person().personId();
                    return self.equals(swap.personId()) || self.equals(swap.takenBy())
                            ? request.refuse(new Refusal.Unmet(Requirement.ANOTHER_PERSON))
                            : swap(request, swap);
                }));
    }

    private Result<DutyHours> swap(AuthorizedRequest request, ConductForms.Swap swap) {
        var now = clock.instant();
        var gives = duties.find(swap.personId()).filter(hours -> now.isBefore(hours.until()));
        var takes = duties.find(swap.takenBy()).filter(hours -> now.isBefore(hours.until()));
        if (gives.isEmpty() || takes.isEmpty()) {
            return request.notFound();
        }
        if (gives.get().isFull(now) || takes.get().isFull(now)) {
            return request.refuse(new Refusal.Conflict(TOO_MANY));
        }
        var given = gives.get().without(swap.shift(), now);
        var taken = takes.get().with(swap.shift(), now);
        return request.change(
                given,
                entry -> duties.swap(List.of(gives.get(), takes.get()), List.of(given, taken), entry),
                AT_THE_SAME_MOMENT);
    }

    public Result<DutyHours> handle(Caller caller, Form body) {
        return authorizer.handle(
                Action.ENTER_DUTY_HOURS,
                EntryType.DUTY_HOURS_ENTERED,
                caller,
                authorized -> authorized.check(ConductForms.dutyHours(body, clock.instant()), hours -> {
                    var request = authorized.about(Field.SUBJECT, hours.personId());
                    if (hours.personId().equals(caller.person().personId())) {
                        return request.refuse(new Refusal.Unmet(Requirement.ANOTHER_PERSON));
                    }
                    return people.find(hours.personId()).isEmpty()
                            ? request.notFound()
                            : request.change(hours, entry -> duties.put(hours, entry), AT_THE_SAME_MOMENT);
                }));
    }
}
