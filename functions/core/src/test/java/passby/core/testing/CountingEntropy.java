package passby.core.testing;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import passby.core.id.Digests;
import passby.core.id.Entropy;

/** Bytes that differ at each call and are the same in each run: SHA-256 of a seed and a counter. */
public final class CountingEntropy implements Entropy {
    private final long seed;
    private final AtomicLong calls = new AtomicLong();

    public CountingEntropy(long seed) {
        this.seed = seed;
    }

    @Override
    public byte[] bytes(int count) {
        var call = calls.getAndIncrement();
        var bytes = new byte[count];
        for (var i = 0; i < count; i += 32) {
            var block = Digests.sha256(ByteBuffer.allocate(20)
                    .putLong(seed)
                    .putLong(call)
                    .putInt(i)
                    .array());
            System.arraycopy(block, 0, bytes, i, Math.min(32, count - i));
        }
        return bytes;
    }
}
