@NullMarked
package passby.local.cells;

import org.jspecify.annotations.NullMarked;
