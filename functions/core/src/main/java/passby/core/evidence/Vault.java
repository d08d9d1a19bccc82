package passby.core.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Copies that nobody deletes before their date, but for the one function that ends holds. Names are path-like, such as
 * {@code e/<holdId>/<readId>/read.json}.
 */
public interface Vault {
    /** Stores a copy that is locked until then. Storing the same bytes again changes nothing. */
    void put(String name, byte[] content, Instant lockedUntil);

    Optional<byte[]> find(String name);

    /** Every copy under the prefix is locked until then, where it was locked for shorter. @return their names */
    List<String> lock(String prefix, Instant until);

    /** Deletes every copy under the prefix, all versions, whatever their lock. */
    void delete(String prefix);
}
