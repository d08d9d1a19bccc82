/** Places of a city where nothing is captured: schools, clinics and the like. (product.md, A4) */
@NullMarked
package passby.core.zone;

import org.jspecify.annotations.NullMarked;
