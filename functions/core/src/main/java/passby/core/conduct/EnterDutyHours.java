package passby.core.conduct;

import java.time.Clock;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.People;
import passby.core.policy.Action;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;

/** Takes a person's hours from the Program Manager, who does not enter their own. (product.md, E7) */
public final class EnterDutyHours {
    private static final String AT_THE_SAME_MOMENT = "These hours were entered at the same moment. Try again.";

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
