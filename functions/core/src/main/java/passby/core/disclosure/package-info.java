/**
 * What strangers are shown of the ledger: an entry as the log holds it, the fields of it that were opened to them, and the proofs
 * that both belong together.
 */
@NullMarked
package passby.core.disclosure;

import org.jspecify.annotations.NullMarked;
