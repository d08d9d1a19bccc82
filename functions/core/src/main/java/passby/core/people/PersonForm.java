package passby.core.people;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import passby.core.form.Checked;
import passby.core.form.Form;

/** The body of an appointment, and the fields that other bodies about a person share with it. */
public final class PersonForm {
    private static final Pattern PERSON_ID = Pattern.compile("[!-~]{1,255}");
    private static final Pattern ORI = Pattern.compile("[A-Z0-9]{9}");
    private static final String ROLES =
            Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));

    private PersonForm() {}

    static Checked<Person> parse(Form body) {
        var personId = personId(body);
        var agency = body.string("agency", 100);
        var ori = ori(body);
        var roles = roles(body);
        var trainedUntil = body.instant("trainedUntil");
        var acknowledgedUntil = body.instant("acknowledgedUntil");
        var active = body.bool("active");
        return body.checked(() -> new Person(personId, agency, ori, roles, trainedUntil, acknowledgedUntil, active));
    }

    public static String personId(Form body) {
        return body.string("personId", PERSON_ID, "the issuer's subject, 1 to 255 printable characters");
    }

    public static String ori(Form body) {
        return body.string("ori", ORI, "nine characters A-Z and 0-9");
    }

    /** Roles that one person may hold together. */
    public static Set<Role> roles(Form body) {
        var roles = body.codes("roles", Role::of, ROLES);
        if (Role.clash(roles)) {
            body.reject("roles", "clash", "nobody is operator and system-admin at once");
        }
        return roles;
    }
}
