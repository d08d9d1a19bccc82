/**
 * Reads on AWS: the function that takes uploads from their queue, and where its results are stored.
 */
@NullMarked
package passby.aws.read;

import org.jspecify.annotations.NullMarked;
