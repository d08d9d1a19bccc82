package passby.aws.transparency;

import java.util.List;
import java.util.Optional;
import passby.core.archive.Archive;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The files of the data set, beside the public copy of the log, from where CloudFront serves them. They are asked for again each time: a
 * file and its signature must be of one moment.
 */
public final class S3PublicFiles implements Archive {
    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    /** @param prefix in front of every name, with a slash at its end */
    public S3PublicFiles(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public void put(String name, String content) {
        s3.putObject(
                put -> put.bucket(bucket)
                        .key(prefix + name)
                        .contentType(contentType(name))
                        .cacheControl("no-cache"),
                RequestBody.fromString(content));
    }

    @Override
    public Optional<String> find(String name) {
        try {
            return Optional.of(s3.getObjectAsBytes(get -> get.bucket(bucket).key(prefix + name))
                    .asUtf8String());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> list(String names) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix + names)).contents().stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    /** Of a file by the end of its name, here and on one machine. */
    public static String contentType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> "text/csv; charset=utf-8";
            case "json" -> "application/json";
            case "geojson" -> "application/geo+json";
            case "atom" -> "application/atom+xml; charset=utf-8";
            default -> "text/plain; charset=utf-8";
        };
    }
}
