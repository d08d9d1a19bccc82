package passby.aws.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import passby.core.picture.CropFile;
import passby.core.picture.FrameLimits;
import passby.core.picture.Jpeg;
import passby.core.picture.Pictures;
import passby.core.read.PictureFolder;
import passby.core.read.PictureFolders;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The bucket of crops in S3. Encryption is the bucket's own setting. The caller needs {@code s3:ListBucket} too: without it
 * S3 answers a missing object with 403.
 */
public final class S3Pictures implements Pictures, PictureFolders {
    private static final String CONTENT_TYPE = "image/jpeg";
    /** No crop is larger than all crops of a frame together. */
    private static final int MAX_BYTES = FrameLimits.MAX_CROP_BYTES + CropFile.EXTRA_BYTES;

    private final S3Client s3;
    private final String bucket;

    /**
     * @param s3 built with {@link #clientConfiguration()}
     * @param bucket of crops
     */
    public S3Pictures(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    public static ClientOverrideConfiguration clientConfiguration() {
        return ClientOverrideConfiguration.builder()
                .addExecutionInterceptor(new S3PutsAtOnce())
                .build();
    }

    @Override
    public void put(String key, Jpeg picture) {
        s3.putObject(
                put -> put.bucket(bucket).key(key).contentType(CONTENT_TYPE), RequestBody.fromBytes(picture.bytes()));
    }

    /** Throws for an object larger than any crop: it is none, and would only fill the memory. */
    @Override
    public Optional<Jpeg> find(String key) {
        try (var object = s3.getObject(get -> get.bucket(bucket).key(key))) {
            var bytes = object.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                object.abort();
                throw new IllegalStateException("a stored picture is larger than any crop");
            }
            return Optional.of(new Jpeg(bytes));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a stored picture broke off", e);
        }
    }

    @Override
    public void delete(String key) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(key));
    }

    @Override
    public List<String> list(PictureFolder folder) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder.prefix())).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
