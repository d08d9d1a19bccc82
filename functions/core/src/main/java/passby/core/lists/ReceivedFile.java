package passby.core.lists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a list as it was uploaded.
 *
 * @param file its bytes, on this machine
 * @param signature that came with it, or null
 * @param received when it was uploaded
 * @param by who uploaded it
 * @param forget gives back the place that it takes on this machine
 */
public record ReceivedFile(
        FeedFile file, @Nullable FeedSignature signature, Instant received, String by, Runnable forget)
        implements AutoCloseable {
    @Override
    public void close() {
        forget.run();
    }
}
