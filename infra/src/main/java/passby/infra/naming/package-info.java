/** What a deployment's resources are called. */
@NullMarked
package passby.infra.naming;

import org.jspecify.annotations.NullMarked;
