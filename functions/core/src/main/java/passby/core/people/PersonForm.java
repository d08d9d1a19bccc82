package passby.core.people;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.id.Ori;

/** The body of an appointment, and the fields that other bodies about a person share with it. */
public final class PersonForm {
    /** The issuer's subject. */
    public static final Pattern PERSON_ID = Pattern.compile("[!-~]{1,255}");

    private static final Set<Role> FROM_ELSEWHERE = Set.of(Role.VENDOR, Role.AUDITOR);
    private static final String ROLES =
            Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));

    private PersonForm() {}

    static Checked<Person> parse(Form body, Ori own) {
        var personId = personId(body);
        var agency = body.string("agency", 100);
        var roles = roles(body);
        var ori = ori(body, roles, own);
        var trainedUntil = body.instant("trainedUntil");
        var acknowledgedUntil = body.instant("acknowledgedUntil");
        var active = body.bool("active");
        return body.checked(() ->
                new Person(personId, agency, ori.orElseThrow(), roles, trainedUntil, acknowledgedUntil, null, active));
    }

    public static String personId(Form body) {
        return body.string("personId", PERSON_ID, "the issuer's subject, 1 to 255 printable characters");
    }

    /**
     * Refuses an account of an outside agency, which never holds one (product.md, "People"); only vendors and auditors come from
     * elsewhere.
     *
     * @param roles of the account
     * @param own the identifier of the city's own agency
     */
    public static Optional<Ori> ori(Form body, Set<Role> roles, Ori own) {
        var ori = body.code("ori", Ori::parse, Ori.DESCRIBED);
        if (!FROM_ELSEWHERE.containsAll(roles)
                && ori.filter(other -> !other.equals(own)).isPresent()) {
            body.reject(
                    "ori", "prohibited", "that of the city's own agency, unless the roles are vendor or auditor alone");
        }
        return ori;
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
