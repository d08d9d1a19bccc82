package passby.core.access;

import java.time.Instant;
import java.util.Set;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.id.Ori;
import passby.core.people.PersonForm;
import passby.core.people.Role;

/**
 * What is granted. An acknowledgement is not among it: a person acknowledges the policy by themselves.
 *
 * @param trainedUntil when the training runs out, and with it the access; of a vendor within {@link ManageAccess#VENDOR}
 */
record AccessForm(String personId, String agency, Ori ori, Set<Role> roles, Instant trainedUntil) {
    /** @param own the identifier of the city's own agency */
    static Checked<AccessForm> parse(Form body, Ori own, Instant now) {
        var personId = PersonForm.personId(body);
        var agency = body.string("agency", 100);
        var roles = PersonForm.roles(body);
        var ori = PersonForm.ori(body, roles, own);
        var trainedUntil = body.instant("trainedUntil");
        if (roles.contains(Role.VENDOR) && trainedUntil.isAfter(now.plus(ManageAccess.VENDOR))) {
            body.reject(
                    "trainedUntil",
                    "out-of-range",
                    "a vendor's access ends within " + ManageAccess.VENDOR.toDays() + " days");
        }
        return body.checked(() -> new AccessForm(personId, agency, ori.orElseThrow(), roles, trainedUntil));
    }
}
