package passby.core.evidence;

import passby.core.read.ReadRef;

/**
 * One read of a hold.
 *
 * @param ref which
 * @param copied whether its copy lies in the vault and was read back; from then on its row runs on its own clock again
 */
public record HeldRead(ReadRef ref, boolean copied) {}
