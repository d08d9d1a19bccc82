package passby.core.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** RFC 6962 Merkle tree hashing. */
public final class MerkleTree {
    private MerkleTree() {}

    /** The tree head over the leaves in their order, 64 hexadecimal digits. */
    public static String root(List<byte[]> leaves) {
        return HexFormat.of().formatHex(hash(leaves));
    }

    private static byte[] hash(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256().digest();
        }
        if (leaves.size() == 1) {
            var digest = sha256();
            digest.update((byte) 0);
            return digest.digest(leaves.getFirst());
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(hash(leaves.subList(0, split)));
        return digest.digest(hash(leaves.subList(split, leaves.size())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
