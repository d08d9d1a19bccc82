/** Every function of the list, as it is deployed. */
@NullMarked
package passby.infra.functions;

import org.jspecify.annotations.NullMarked;
