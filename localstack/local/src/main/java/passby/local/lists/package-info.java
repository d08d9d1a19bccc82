/** What somebody who sends hot-list files needs: to look at a file before it is sent, and to sign it. */
@NullMarked
package passby.local.lists;

import org.jspecify.annotations.NullMarked;
