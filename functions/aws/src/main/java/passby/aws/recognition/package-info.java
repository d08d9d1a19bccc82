/**
 * Engines that read plates and the bucket of crops, as AWS offers them. An engine that fails is an answer, never an exception.
 */
@NullMarked
package passby.aws.recognition;

import org.jspecify.annotations.NullMarked;
