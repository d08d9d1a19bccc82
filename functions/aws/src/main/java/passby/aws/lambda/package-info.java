/**
 * How Lambda starts a function: events in and answers out as bytes, without reflection, and snapshots.
 */
@NullMarked
package passby.aws.lambda;

import org.jspecify.annotations.NullMarked;
