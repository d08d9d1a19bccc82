/**
 * The log on AWS: its files in a bucket whose objects are locked, its key in KMS, its witnesses over HTTPS.
 */
@NullMarked
package passby.aws.sealing;

import org.jspecify.annotations.NullMarked;
