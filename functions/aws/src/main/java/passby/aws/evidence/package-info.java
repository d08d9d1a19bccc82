/** Holds over DynamoDB, copies in a bucket with locks, exports as ZIP and PDF, and their routes. */
@NullMarked
package passby.aws.evidence;

import org.jspecify.annotations.NullMarked;
