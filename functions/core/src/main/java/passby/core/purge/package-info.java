/**
 * The deletion of everything whose retention has ended: up to 90 seconds early and never late, with a receipt in the ledger
 * for each batch (product.md, F4 and F5).
 *
 * <p>Words: a row is <em>due</em> from 90 seconds before its date; a <em>mark</em> on a row means that its deletion has begun
 * and that no hold is accepted any more; a <em>lane</em> is the part of all rows that one worker deletes at a time; a
 * <em>cohort</em> is everything that was stored on one UTC day and runs on one clock.
 */
@NullMarked
package passby.core.purge;

import org.jspecify.annotations.NullMarked;
