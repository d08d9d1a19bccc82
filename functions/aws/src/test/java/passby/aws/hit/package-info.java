/**
 * Tests of what lies under the same name on AWS.
 */
@NullMarked
package passby.aws.hit;

import org.jspecify.annotations.NullMarked;
