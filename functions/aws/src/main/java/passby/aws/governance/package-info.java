/** Policy requests, their decisions, and the deployment's parameters. */
@NullMarked
package passby.aws.governance;

import org.jspecify.annotations.NullMarked;
