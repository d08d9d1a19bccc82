@NullMarked
package passby.operator.scale;

import org.jspecify.annotations.NullMarked;
