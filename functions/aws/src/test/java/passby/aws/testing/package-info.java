/** A city without AWS: every handler over the stores in memory, and callers with real keys and made-up names. */
@NullMarked
package passby.aws.testing;

import org.jspecify.annotations.NullMarked;
