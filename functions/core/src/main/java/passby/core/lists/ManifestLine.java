package passby.core.lists;

import passby.core.id.Hash128;

/**
 * One record of a version. It holds hashes under the city's key alone: a manifest names no plate and no record.
 *
 * @param record of the source's record number
 * @param row of everything that is kept of the row
 * @param plate the bytes of the plate key
 * @param fromVersion the version that wrote the stored entry: with plate and record, its address
 */
public record ManifestLine(Hash128 record, Hash128 row, Hash128 plate, int fromVersion) {
    ManifestLine of(int version) {
        return new ManifestLine(record, row, plate, version);
    }
}
