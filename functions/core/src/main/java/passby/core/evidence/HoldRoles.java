package passby.core.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import passby.core.form.Form;
import passby.core.people.Person;
import passby.core.people.Role;

/** What every form about holds has in common. */
final class HoldRoles {
    private static final Set<Role> DECIDING = Set.of(Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER);

    private HoldRoles() {}

    static Optional<Role> parse(Form body, Person person) {
        var role = body.code(
                "role", word -> Role.of(word).filter(DECIDING::contains), "chief, program-manager or records-officer");
        if (role.isPresent() && !person.roles().contains(role.get())) {
            body.reject("role", "not-held", "a role that you hold");
        }
        return role;
    }

    static Instant reviewDate(Form body, Instant now) {
        var until = body.instant("reviewAt");
        if (body.isValid("reviewAt") && (!until.isAfter(now) || until.isAfter(now.plus(Hold.LONGEST)))) {
            body.reject("reviewAt", "out-of-range", "after now, at most " + Hold.LONGEST.toDays() + " days ahead");
        }
        return until;
    }
}
