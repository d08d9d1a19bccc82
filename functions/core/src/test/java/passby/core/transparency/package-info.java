@NullMarked
package passby.core.transparency;

import org.jspecify.annotations.NullMarked;
