/**
 * What tests of every module share: a whole city in memory, a clock that only the test moves, made-up plates and people.
 */
@NullMarked
package passby.core.testing;

import org.jspecify.annotations.NullMarked;
