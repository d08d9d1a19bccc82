package passby.aws.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.lists.FeedFiles;
import passby.core.lists.FeedSignature;
import passby.core.lists.ReceivedFile;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Files of lists in their bucket. An import reads its file twice and slowly, so it is brought to the function's disk first: S3
 * closes a connection that waits.
 */
public final class S3FeedFiles implements FeedFiles {
    /** Who uploaded it, as user metadata; S3 puts {@code x-amz-meta-} in front. */
    static final String BY = "by";

    /** The signature of its source, in base64: metadata has no line feeds. */
    static final String SIGNATURE = "signature";

    private static final String NOBODY = "bucket";

    private final S3Client s3;
    private final String bucket;

    public S3FeedFiles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<ReceivedFile> fetch(String source, String sha256) {
        var key = new FeedKeys(source, sha256).key();
        var file = temporary();
        try {
            Files.delete(file);
            var stored = s3.getObject(get -> get.bucket(bucket).key(key), ResponseTransformer.toFile(file));
            var metadata = stored.metadata();
            return Optional.of(new ReceivedFile(
                    () -> open(file),
                    signature(metadata),
                    stored.lastModified(),
                    metadata.getOrDefault(BY, NOBODY),
                    () -> forget(file)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null for a text that is none: then the file is not signed. */
    private static @Nullable FeedSignature signature(Map<String, String> metadata) {
        try {
            var text = Base64.getDecoder().decode(metadata.getOrDefault(SIGNATURE, ""));
            return FeedSignature.parse(new String(text, StandardCharsets.US_ASCII))
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public void delete(String source, String sha256) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(new FeedKeys(source, sha256).key()));
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("feed", ".txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
