package passby.core.lists;

import org.jspecify.annotations.Nullable;

/**
 * A file that somebody is about to upload.
 *
 * @param source the list
 * @param sha256 of the file, 64 hexadecimal digits
 * @param bytes its length
 * @param by who uploads it
 * @param signature of its source, or null
 */
public record ListUpload(
        String source,
        String sha256,
        long bytes,
        String by,
        @Nullable FeedSignature signature) {}
