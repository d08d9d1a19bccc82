package passby.core.lists;

import java.time.Instant;

/**
 * A list that was imported whole.
 *
 * @param version 1 upwards
 * @param sha256 of its file, 64 hexadecimal digits
 * @param received when the file came: its age counts from here
 * @param entries how many records it has
 * @param manifest where the hashes of its records are
 */
public record ListVersion(int version, String sha256, Instant received, int entries, String manifest) {}
