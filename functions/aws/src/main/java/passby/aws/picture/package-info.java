/** Pictures in S3. */
@NullMarked
package passby.aws.picture;

import org.jspecify.annotations.NullMarked;
