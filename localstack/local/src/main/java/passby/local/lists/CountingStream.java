package passby.local.lists;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes were read so far. */
final class CountingStream extends FilterInputStream {
    private final LongConsumer listener;
    private long count;

    CountingStream(InputStream bytes, LongConsumer listener) {
        super(bytes);
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        if (next >= 0) {
            listener.accept(++count);
        }
        return next;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        var read = super.read(target, from, length);
        if (read > 0) {
            count += read;
            listener.accept(count);
        }
        return read;
    }
}
