package passby.core.lists;

import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A file to import.
 *
 * @param source whose list it is
 * @param file its bytes
 * @param signature of the source, or null
 * @param received when it came: the age of the list counts from the earlier of this and the signature
 * @param by who brought it: a person or a bucket
 * @param progress takes the number of rows read so far, now and then
 * @param until when the run must have stopped writing; the next one goes on
 */
public record ImportOrder(
        String source,
        FeedFile file,
        @Nullable FeedSignature signature,
        Instant received,
        String by,
        LongConsumer progress,
        Instant until) {
    /** An order that no end of a run cuts off. */
    public ImportOrder(
            String source,
            FeedFile file,
            @Nullable FeedSignature signature,
            Instant received,
            String by,
            LongConsumer progress) {
        this(source, file, signature, received, by, progress, Instant.MAX);
    }

    /** The list is as old as the agency says, or as the file's arrival when it says nothing. */
    Instant dated() {
        return signature != null && signature.issued().isBefore(received) ? signature.issued() : received;
    }
}
