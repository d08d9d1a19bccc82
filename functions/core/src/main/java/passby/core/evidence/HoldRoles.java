package passby.core.evidence;

import java.time.Instant;
import java.util.Optional;
import passby.core.form.Form;
import passby.core.people.HeldRole;
import passby.core.people.Person;
import passby.core.people.Role;

/** What every form about holds has in common. */
final class HoldRoles {
    private HoldRoles() {}

    static Optional<Role> parse(Form body, Person person) {
        return HeldRole.parse(body, person, Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER);
    }

    static Instant reviewDate(Form body, Instant now) {
        var until = body.instant("reviewAt");
        if (body.isValid("reviewAt") && (!until.isAfter(now) || until.isAfter(now.plus(Hold.LONGEST)))) {
            body.reject("reviewAt", "out-of-range", "after now, at most " + Hold.LONGEST.toDays() + " days ahead");
        }
        return until;
    }
}
