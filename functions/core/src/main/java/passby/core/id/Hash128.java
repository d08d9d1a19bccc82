package passby.core.id;

import java.nio.ByteBuffer;

/**
 * The first sixteen bytes of a hash or of an HMAC, ordered as bytes are: a million of them fit into 16 MB.
 *
 * @param high the first eight bytes, big-endian
 * @param low the other eight
 */
public record Hash128(long high, long low) implements Comparable<Hash128> {
    public static final int BYTES = 16;

    /** @param hash at least 16 bytes, of which the first 16 count */
    public static Hash128 of(byte[] hash) {
        var buffer = ByteBuffer.wrap(hash, 0, BYTES);
        return new Hash128(buffer.getLong(), buffer.getLong());
    }

    /** @throws IllegalArgumentException unless the text is 26 characters of base32 as {@link #base32()} writes them. */
    public static Hash128 parse(String base32) {
        var bytes = Base32.decode(base32);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not 16 bytes");
        }
        return of(bytes);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /** 26 characters. */
    public String base32() {
        return Base32.encode(bytes());
    }

    @Override
    public int compareTo(Hash128 other) {
        return compare(high, low, other.high, other.low);
    }

    /** The same order for hashes that lie in arrays. */
    public static int compare(long high, long low, long otherHigh, long otherLow) {
        var order = Long.compareUnsigned(high, otherHigh);
        return order != 0 ? order : Long.compareUnsigned(low, otherLow);
    }
}
