@NullMarked
package passby.local.restore;

import org.jspecify.annotations.NullMarked;
