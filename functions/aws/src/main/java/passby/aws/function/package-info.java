/** What Lambda starts: one starter for every function, and the one place that pairs functions with handlers. Above everything. */
@NullMarked
package passby.aws.function;

import org.jspecify.annotations.NullMarked;
