package passby.core.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962, 2.1: a leaf behind a zero byte, a node behind a one, so that neither can pass for the other. */
public final class TreeHash {
    /** The root of a tree without leaves. */
    public static final Hash EMPTY = Hash.owning(sha256().digest());

    private TreeHash() {}

    public static Hash leaf(byte[] entry) {
        var digest = sha256();
        digest.update((byte) 0);
        return Hash.owning(digest.digest(entry));
    }

    public static Hash node(Hash left, Hash right) {
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(left.shared());
        return Hash.owning(digest.digest(right.shared()));
    }

    /** The root of a perfect tree over hashes of a tile: a power of two of them, beginning at that place. */
    static Hash perfect(byte[] tile, int from, int count) {
        if (count == 1) {
            return Hash.at(tile, from);
        }
        var half = count / 2;
        return node(perfect(tile, from, half), perfect(tile, from + half, half));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
