/** Templates as tests read them. */
@NullMarked
package passby.infra.testing;

import org.jspecify.annotations.NullMarked;
