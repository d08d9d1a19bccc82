/** Who may do what with which thing, as one table: roles, key policies and resource policies are made from it, and docs/permissions.md shows it. */
@NullMarked
package passby.infra.access;

import org.jspecify.annotations.NullMarked;
