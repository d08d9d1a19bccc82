package passby.aws.api;

import java.util.Set;
import java.util.regex.Pattern;
import passby.core.people.Role;

/**
 * One method of one path.
 *
 * @param method such as {@code POST}
 * @param path with parameters in braces, each a whole segment, such as {@code /v1/hits/{hitId}}
 * @param operationId its name in the OpenAPI document; for people's routes that of the action, in camel case
 * @param caller who may call it
 * @param roles whom the access policies permit it; empty unless people call it
 * @param body whether it takes a JSON object
 * @param writes what a call leaves in the ledger
 */
public record Route(
        String method,
        String path,
        String operationId,
        CallerKind caller,
        Set<Role> roles,
        boolean body,
        Writes writes) {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    public Route {
        roles = Set.copyOf(roles);
        if (roles.isEmpty() == (caller == CallerKind.PERSON)) {
            throw new IllegalArgumentException("roles are those of people: " + operationId);
        }
    }

    /** The path with the same text in place of each parameter, such as {@code some-id}. */
    public String pathWith(String parameter) {
        return PARAMETER.matcher(path).replaceAll(parameter);
    }
}
