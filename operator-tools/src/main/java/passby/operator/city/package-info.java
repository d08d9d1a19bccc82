/** A city as its administrator describes it in a file, checked before anything of it is touched. */
@NullMarked
package passby.operator.city;

import org.jspecify.annotations.NullMarked;
