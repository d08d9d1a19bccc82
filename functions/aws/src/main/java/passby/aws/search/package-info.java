/** The purpose gate at the edge. */
@NullMarked
package passby.aws.search;

import org.jspecify.annotations.NullMarked;
