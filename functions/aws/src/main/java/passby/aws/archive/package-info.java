/** Files that are kept for good, in S3. */
@NullMarked
package passby.aws.archive;

import org.jspecify.annotations.NullMarked;
