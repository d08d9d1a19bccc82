package passby.core.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import passby.core.form.Form;

/** The member {@code role} of a body: the one of their own roles in which a person asks or decides. */
public final class HeldRole {
    private HeldRole() {}

    /**
     * Notes in the form what is wrong: {@code malformed} is a role that does not decide here, {@code not-held} one that the person does not
     * hold.
     *
     * @param deciding two or more, in the order in which they are named to whoever sent another
     */
    public static Optional<Role> parse(Form body, Person person, Role... deciding) {
        var roles = Arrays.asList(deciding);
        var role = body.code("role", code -> Role.of(code).filter(roles::contains), described(roles));
        if (role.isPresent() && !person.roles().contains(role.get())) {
            body.reject("role", "not-held", "a role that you hold");
        }
        return role;
    }

    private static String described(List<Role> roles) {
        return roles.subList(0, roles.size() - 1).stream().map(Role::code).collect(Collectors.joining(", ")) + " or "
                + roles.getLast().code();
    }
}
