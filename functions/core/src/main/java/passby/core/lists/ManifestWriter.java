package passby.core.lists;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import passby.core.id.Hash128;

/**
 * Writes a manifest, format version 1: the magic number, the version of the city key, the number of lines, then each line in
 * 52 bytes, sorted by record.
 */
public final class ManifestWriter implements AutoCloseable {
    /** "PBM1": Passby manifest, version 1. */
    static final int MAGIC = 0x50424d31;

    private final DataOutputStream bytes;

    /** @param file closed with this */
    public ManifestWriter(OutputStream file, int keyVersion, int size) {
        bytes = new DataOutputStream(new BufferedOutputStream(file, 64 << 10));
        try {
            bytes.writeInt(MAGIC);
            bytes.writeInt(keyVersion);
            bytes.writeInt(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(ManifestLine line) {
        try {
            write(line.record());
            write(line.row());
            write(line.plate());
            bytes.writeInt(line.fromVersion());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Hash128 hash) throws IOException {
        bytes.writeLong(hash.high());
        bytes.writeLong(hash.low());
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
