package passby.core.tlog;

import java.util.List;

/**
 * Checks proofs (RFC 9162, 2.1.3.2 and 2.1.4.2). Sizes and roots are arguments: they come from a signed checkpoint, never from the
 * proof. A proof that is longer or shorter than it must be proves nothing.
 */
public final class Proofs {
    private Proofs() {}

    public static boolean isIncluded(Hash leaf, long index, long size, Hash root, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        var node = index;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = TreeHash.node(sibling, hash);
                var shift = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= shift;
                last >>>= shift;
            } else {
                hash = TreeHash.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the first tree is the beginning of the second. */
    public static boolean isConsistent(long firstSize, Hash firstRoot, long size, Hash root, List<Hash> proof) {
        if (firstSize < 0 || firstSize > size) {
            return false;
        }
        if (firstSize == size) {
            return proof.isEmpty() && firstRoot.equals(root);
        }
        if (firstSize == 0) {
            return proof.isEmpty() && firstRoot.equals(TreeHash.EMPTY);
        }
        var isPerfect = Long.bitCount(firstSize) == 1;
        if (!isPerfect && proof.isEmpty()) {
            return false;
        }
        return isConsistent(
                firstSize,
                firstRoot,
                size,
                root,
                isPerfect ? firstRoot : proof.getFirst(),
                isPerfect ? proof : proof.subList(1, proof.size()));
    }

    private static boolean isConsistent(
            long firstSize, Hash firstRoot, long size, Hash root, Hash seed, List<Hash> rest) {
        var shift = Long.numberOfTrailingZeros(firstSize);
        var node = (firstSize - 1) >>> shift;
        var last = (size - 1) >>> shift;
        var first = seed;
        var second = seed;
        for (var hash : rest) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = TreeHash.node(hash, first);
                second = TreeHash.node(hash, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                second = TreeHash.node(second, hash);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && first.equals(firstRoot) && second.equals(root);
    }
}
