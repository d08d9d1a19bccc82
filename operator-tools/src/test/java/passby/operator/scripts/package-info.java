/** The scripts that touch an AWS account, run against stand-ins for the tools that they call. */
@NullMarked
package passby.operator.scripts;

import org.jspecify.annotations.NullMarked;
