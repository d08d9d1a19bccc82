package passby.core.people;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import passby.core.form.Checked;
import passby.core.form.Form;

/** The body of an appointment. */
final class PersonForm {
    private static final Pattern PERSON_ID = Pattern.compile("[!-~]{1,255}");
    private static final Pattern ORI = Pattern.compile("[A-Z0-9]{9}");
    private static final String ROLES =
            Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));

    private PersonForm() {}

    static Checked<Person> parse(Form body) {
        var personId = body.string("personId", PERSON_ID, "the issuer's subject, 1 to 255 printable characters");
        var agency = body.string("agency", 100);
        var ori = body.string("ori", ORI, "nine characters A-Z and 0-9");
        var roles = body.codes("roles", Role::of, ROLES);
        if (Role.clash(roles)) {
            body.reject("roles", "clash", "nobody is operator and system-admin at once");
        }
        var trainedUntil = body.instant("trainedUntil");
        var acknowledgedUntil = body.instant("acknowledgedUntil");
        var active = body.bool("active");
        return body.checked(() -> new Person(personId, agency, ori, roles, trainedUntil, acknowledgedUntil, active));
    }
}
