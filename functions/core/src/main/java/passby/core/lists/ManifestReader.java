package passby.core.lists;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.id.Hash128;

/** Reads a manifest line by line. A manifest that was cut or is out of order is an error: nothing may be diffed with it. */
public final class ManifestReader implements AutoCloseable {
    private final DataInputStream bytes;
    private final int keyVersion;
    private final int size;
    private int read;
    private @Nullable ManifestLine last;

    /**
     * @param file closed with this
     * @throws UncheckedIOException when it is no manifest
     */
    public ManifestReader(InputStream file) {
        bytes = new DataInputStream(new BufferedInputStream(file, 64 << 10));
        try {
            if (bytes.readInt() != ManifestWriter.MAGIC) {
                throw new IOException("not a manifest");
            }
            keyVersion = bytes.readInt();
            size = bytes.readInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Version of the city key under which its hashes were made. */
    public int keyVersion() {
        return keyVersion;
    }

    public int size() {
        return size;
    }

    /** @throws UncheckedIOException when the manifest was cut or is out of order */
    public Optional<ManifestLine> next() {
        if (read == size) {
            return Optional.empty();
        }
        try {
            var line = new ManifestLine(hash(), hash(), hash(), bytes.readInt());
            if (last != null && last.record().compareTo(line.record()) >= 0) {
                throw new IOException("a manifest is sorted by record");
            }
            read++;
            last = line;
            return Optional.of(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Hash128 hash() throws IOException {
        return new Hash128(bytes.readLong(), bytes.readLong());
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
