/**
 * Tests of what lies under the same name on AWS.
 */
@NullMarked
package passby.aws.recognition;

import org.jspecify.annotations.NullMarked;
