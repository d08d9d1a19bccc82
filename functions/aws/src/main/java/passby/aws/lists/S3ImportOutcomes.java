package passby.aws.lists;

import java.util.Optional;
import passby.aws.api.Bucket;
import passby.core.lists.ImportOutcome;
import passby.core.lists.ImportOutcomes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Outcomes in the bucket of lists, one small file each: they name no plate. A rule of the bucket deletes them in the end. */
public final class S3ImportOutcomes implements ImportOutcomes {
    /** In front of each. */
    public static final String PREFIX = Bucket.LISTS.prefix() + "outcomes/";

    private final S3Client s3;
    private final String bucket;

    public S3ImportOutcomes(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    private static String key(String source, String sha256) {
        return PREFIX + source + "/" + sha256 + ".json";
    }

    @Override
    public void put(String source, String sha256, ImportOutcome outcome) {
        s3.putObject(
                put -> put.bucket(bucket).key(key(source, sha256)).contentType("application/json"),
                RequestBody.fromString(ImportOutcomeJson.write(outcome)));
    }

    @Override
    public Optional<ImportOutcome> find(String source, String sha256) {
        try {
            var text = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key(source, sha256)))
                    .asUtf8String();
            return Optional.of(ImportOutcomeJson.read(text));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }
}
