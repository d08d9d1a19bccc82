package passby.core.lists;

import java.time.Instant;
import java.util.Map;
import passby.core.feed.FileCode;

/**
 * A list that was imported whole.
 *
 * @param version 1 upwards
 * @param sha256 of its file, 64 hexadecimal digits
 * @param received when the file came: its age counts from here
 * @param entries how many records it has
 * @param manifest where the hashes of its records are
 * @param refused how many rows of its file the policy refused, by their file code
 */
public record ListVersion(
        int version, String sha256, Instant received, int entries, String manifest, Map<FileCode, Long> refused) {
    public ListVersion {
        refused = Map.copyOf(refused);
    }

    /** One of whose file no row was refused. */
    public ListVersion(int version, String sha256, Instant received, int entries, String manifest) {
        this(version, sha256, received, entries, manifest, Map.of());
    }
}
