/** Holds, copies and exports over DynamoDB and S3. */
@NullMarked
package passby.aws.evidence;

import org.jspecify.annotations.NullMarked;
