package passby.core.request;

import java.util.Map;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.ledger.Field;
import passby.core.people.HeldRole;
import passby.core.people.Person;
import passby.core.people.Role;

/**
 * What the second person says to a request, in the body {@code {"approve":true,"role":"program-manager","reason":"…"}}.
 *
 * @param role in which they decide
 * @param reason for the ledger
 */
public record SecondOpinion(boolean approve, Role role, String reason) {
    private static final int MAX_REASON = 500;

    public static Checked<SecondOpinion> parse(Form body, Person person) {
        var approve = body.bool("approve");
        var role = HeldRole.parse(body, person, Role.CHIEF, Role.PROGRAM_MANAGER);
        var reason = body.string("reason", MAX_REASON);
        return body.checked(() -> new SecondOpinion(approve, role.orElseThrow(), reason));
    }

    public Map<Field, String> committed() {
        return Map.of(Field.ACTION, (approve ? "approve" : "reject") + " as " + role.code(), Field.NARRATIVE, reason);
    }
}
