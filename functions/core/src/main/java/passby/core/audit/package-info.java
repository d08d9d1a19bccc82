/**
 * Reading the ledger: by time, type and person, one entry with its proof, exports and disclosures. Reading is an entry itself.
 */
@NullMarked
package passby.core.audit;

import org.jspecify.annotations.NullMarked;
