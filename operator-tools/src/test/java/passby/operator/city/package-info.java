@NullMarked
package passby.operator.city;

import org.jspecify.annotations.NullMarked;
