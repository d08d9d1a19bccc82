/** Where files of lists of other agencies arrive, and what is kept of them. */
@NullMarked
package passby.infra.lists;

import org.jspecify.annotations.NullMarked;
