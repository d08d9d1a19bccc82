/**
 * The routes by which the ledger is read, exported, disclosed and proved.
 */
@NullMarked
package passby.aws.audit;

import org.jspecify.annotations.NullMarked;
