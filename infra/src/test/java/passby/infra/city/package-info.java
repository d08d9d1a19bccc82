@NullMarked
package passby.infra.city;

import org.jspecify.annotations.NullMarked;
