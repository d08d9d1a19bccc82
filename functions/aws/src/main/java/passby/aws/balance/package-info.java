/** Tallies, and what a day's balance counts. */
@NullMarked
package passby.aws.balance;

import org.jspecify.annotations.NullMarked;
