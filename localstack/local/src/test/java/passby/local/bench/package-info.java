@NullMarked
package passby.local.bench;

import org.jspecify.annotations.NullMarked;
