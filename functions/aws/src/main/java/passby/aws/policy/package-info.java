/** The access policies that a council can read, and the engine that decides by them. */
@NullMarked
package passby.aws.policy;

import org.jspecify.annotations.NullMarked;
