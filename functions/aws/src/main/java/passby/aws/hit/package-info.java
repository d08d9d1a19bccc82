/**
 * Hits on AWS: where they are stored and how their alerts go out.
 */
@NullMarked
package passby.aws.hit;

import org.jspecify.annotations.NullMarked;
