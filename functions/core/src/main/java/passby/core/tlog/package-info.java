/**
 * Merkle trees as transparency logs publish them: RFC 6962 hashing and proofs, C2SP tlog-tiles, checkpoints and what a witness is
 * asked. Knows nothing of what the entries say, of stores, or of time.
 */
@NullMarked
package passby.core.tlog;

import org.jspecify.annotations.NullMarked;
