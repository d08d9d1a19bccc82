@NullMarked
package passby.local.coldstart;

import org.jspecify.annotations.NullMarked;
