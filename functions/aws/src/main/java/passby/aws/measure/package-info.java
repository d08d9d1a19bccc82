/**
 * What functions measure of themselves.
 */
@NullMarked
package passby.aws.measure;

import org.jspecify.annotations.NullMarked;
