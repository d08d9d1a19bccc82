package passby.aws.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passby.core.evidence.Vault;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Copies in a bucket with versions and locks in governance mode: until its date only a role that may bypass the lock deletes a
 * version (S3 User Guide, "Object Lock").
 */
public final class S3Vault implements Vault {
    private final S3Client s3;
    private final String bucket;
    private final boolean locks;

    /** @param locks whether the bucket knows locks and versions: not on one machine */
    public S3Vault(S3Client s3, String bucket, boolean locks) {
        this.s3 = s3;
        this.bucket = bucket;
        this.locks = locks;
    }

    @Override
    public void put(String name, byte[] content, Instant lockedUntil) {
        if (find(name).filter(stored -> Arrays.equals(stored, content)).isPresent()) {
            return;
        }
        var put = PutObjectRequest.builder().bucket(bucket).key(name).contentType(contentType(name));
        if (locks) {
            put.objectLockMode(ObjectLockMode.GOVERNANCE).objectLockRetainUntilDate(lockedUntil);
        }
        s3.putObject(put.build(), RequestBody.fromBytes(content));
    }

    private static String contentType(String name) {
        return name.endsWith(".jpg") ? "image/jpeg" : "application/json";
    }

    @Override
    public Optional<byte[]> find(String name) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(name)).asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> lock(String prefix, Instant until) {
        var locked = new ArrayList<String>();
        for (var name : locks ? names(prefix) : List.<String>of()) {
            var before = s3.getObjectRetention(get -> get.bucket(bucket).key(name))
                    .retention()
                    .retainUntilDate();
            if (before == null || before.isBefore(until)) {
                s3.putObjectRetention(put -> put.bucket(bucket)
                        .key(name)
                        .retention(retention -> retention
                                .mode(ObjectLockRetentionMode.GOVERNANCE)
                                .retainUntilDate(until)));
                locked.add(name);
            }
        }
        return locked;
    }

    private List<String> names(String prefix) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public void delete(String prefix) {
        if (!locks) {
            names(prefix)
                    .forEach(name ->
                            s3.deleteObject(delete -> delete.bucket(bucket).key(name)));
            return;
        }
        versions(prefix)
                .forEach(version -> s3.deleteObject(delete -> delete.bucket(bucket)
                        .key(version.name())
                        .versionId(version.id())
                        .bypassGovernanceRetention(true)));
    }

    private record Version(String name, String id) {
        static Version of(ObjectVersion version) {
            return new Version(version.key(), version.versionId());
        }

        static Version of(DeleteMarkerEntry marker) {
            return new Version(marker.key(), marker.versionId());
        }
    }

    private List<Version> versions(String prefix) {
        return s3.listObjectVersionsPaginator(list -> list.bucket(bucket).prefix(prefix)).stream()
                .flatMap(page -> Stream.concat(
                        page.versions().stream().map(Version::of),
                        page.deleteMarkers().stream().map(Version::of)))
                .toList();
    }
}
