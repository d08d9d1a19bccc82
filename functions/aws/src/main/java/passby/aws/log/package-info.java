/**
 * The log of deployed functions: JSON lines that no plate, token or key gets into.
 */
@NullMarked
package passby.aws.log;

import org.jspecify.annotations.NullMarked;
