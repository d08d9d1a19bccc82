/**
 * Where the log lies: a bucket of its own, whose files nobody writes over or deletes.
 */
@NullMarked
package passby.infra.ledger;

import org.jspecify.annotations.NullMarked;
