/** Tests of the local city's engines. */
@NullMarked
package passby.local.engine;

import org.jspecify.annotations.NullMarked;
