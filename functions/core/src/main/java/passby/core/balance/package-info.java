/**
 * The daily proof that nothing is kept longer and nothing is lost: for every cohort, admitted and reclassified in is alive,
 * held, purged and reclassified out (product.md, F5); and the counts that outlive everything that was counted (F7).
 */
@NullMarked
package passby.core.balance;

import org.jspecify.annotations.NullMarked;
