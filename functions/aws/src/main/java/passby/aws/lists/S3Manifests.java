package passby.aws.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import passby.aws.api.Bucket;
import passby.core.lists.Manifests;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Manifests in the bucket of lists, under {@code manifests/}. A manifest is written to a temporary file first: S3 wants its
 * length, and an upload that breaks off must leave nothing.
 */
public final class S3Manifests implements Manifests {
    /** In front of every manifest's name; files of agencies lie in another bucket. */
    public static final String PREFIX = Bucket.LISTS.prefix() + "manifests/";

    private final S3Client s3;
    private final String bucket;

    public S3Manifests(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void write(String name, Consumer<OutputStream> writer) {
        try {
            var file = Files.createTempFile("manifest", ".bin");
            try {
                try (var output = Files.newOutputStream(file)) {
                    writer.accept(output);
                }
                s3.putObject(put -> put.bucket(bucket).key(PREFIX + name), RequestBody.fromFile(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<InputStream> open(String name) {
        try {
            return Optional.of(s3.getObject(get -> get.bucket(bucket).key(PREFIX + name)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> names(String source) {
        var prefix = PREFIX + source + "/";
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                .map(object -> object.key().substring(PREFIX.length()))
                .toList();
    }

    @Override
    public void delete(String name) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(PREFIX + name));
    }
}
