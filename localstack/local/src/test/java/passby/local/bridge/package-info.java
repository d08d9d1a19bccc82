@NullMarked
package passby.local.bridge;

import org.jspecify.annotations.NullMarked;
