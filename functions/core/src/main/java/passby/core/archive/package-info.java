/**
 * Files that are kept for good: counts, balances and receipts without any plate.
 */
@NullMarked
package passby.core.archive;

import org.jspecify.annotations.NullMarked;
