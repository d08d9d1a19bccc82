package passby.infra.access;

import java.util.List;

/**
 * A part of the permission table: all that one role may do, or all that one thing's own policy says.
 *
 * @param holder such as {@code role passby-Search}, with the deployment's name in it
 * @param grants every line of it
 */
public record RolePermissions(String holder, List<Grant> grants) {
    public RolePermissions {
        grants = List.copyOf(grants);
    }
}
