/**
 * Hot-list files as agencies send them: layouts that are data, and a reader that streams rows, names what is wrong with a
 * row, and drops everything personal at the door.
 */
@NullMarked
package passby.core.feed;

import org.jspecify.annotations.NullMarked;
