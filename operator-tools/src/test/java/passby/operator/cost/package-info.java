@NullMarked
package passby.operator.cost;

import org.jspecify.annotations.NullMarked;
