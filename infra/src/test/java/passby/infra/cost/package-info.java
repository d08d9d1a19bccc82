@NullMarked
package passby.infra.cost;

import org.jspecify.annotations.NullMarked;
