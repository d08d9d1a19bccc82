/** Hits and alerts at the edge and in AWS. */
@NullMarked
package passby.aws.hit;

import org.jspecify.annotations.NullMarked;
