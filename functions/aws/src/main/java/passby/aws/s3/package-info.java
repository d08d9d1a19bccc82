/** What every part of the city that has to do with S3 shares. */
@NullMarked
package passby.aws.s3;

import org.jspecify.annotations.NullMarked;
