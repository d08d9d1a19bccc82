/** Which reasons a search may not have: a readable file of rules, and the reading of text that tries to get around them. */
@NullMarked
package passby.core.reason;

import org.jspecify.annotations.NullMarked;
