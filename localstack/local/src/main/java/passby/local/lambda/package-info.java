/** What AWS Lambda puts around a handler: HTTP in front of it, a queue or a clock behind it. */
@NullMarked
package passby.local.lambda;

import org.jspecify.annotations.NullMarked;
