/** What somebody who sends hot-list files needs: to look at a file before it is sent, to sign it, and to send it. */
@NullMarked
package passby.local.lists;

import org.jspecify.annotations.NullMarked;
