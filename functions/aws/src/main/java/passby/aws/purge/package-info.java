/** The purge over DynamoDB and S3: the expiry index of every table, the lanes of its workers. */
@NullMarked
package passby.aws.purge;

import org.jspecify.annotations.NullMarked;
