/** What anybody may see. */
@NullMarked
package passby.aws.transparency;

import org.jspecify.annotations.NullMarked;
