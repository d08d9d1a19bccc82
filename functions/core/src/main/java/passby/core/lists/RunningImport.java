package passby.core.lists;

import java.time.Instant;

/**
 * An import that has begun and is not visible yet. Whoever holds the lease writes; after it, the same file may be resumed and
 * another one undoes what was written.
 *
 * @param version that it makes
 * @param sha256 of its file
 * @param manifest of the version, complete before anything is written
 * @param leaseId of the holder
 * @param leaseUntil when another may take over
 * @param written how many rows of the file, from its beginning, are certainly written
 */
public record RunningImport(
        int version, String sha256, String manifest, String leaseId, Instant leaseUntil, long written) {
    RunningImport takenOver(String newLeaseId, Instant until) {
        return new RunningImport(version, sha256, manifest, newLeaseId, until, written);
    }

    /** What it wrote is taken back from here on: whoever resumes the file after all writes every row again. */
    RunningImport takenBack(String newLeaseId, Instant until) {
        return new RunningImport(version, sha256, manifest, newLeaseId, until, 0);
    }

    public RunningImport renewed(Instant until, long nowWritten) {
        return new RunningImport(version, sha256, manifest, leaseId, until, Math.max(written, nowWritten));
    }
}
