/** Tables and the keys that encrypt them. */
@NullMarked
package passby.infra.store;

import org.jspecify.annotations.NullMarked;
