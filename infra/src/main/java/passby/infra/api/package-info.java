/** The gateway in front of the functions, and the rates that it takes. */
@NullMarked
package passby.infra.api;

import org.jspecify.annotations.NullMarked;
