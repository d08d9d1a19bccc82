package passby.aws.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.note.MalformedException;
import passby.core.sealing.LogStore;
import passby.core.tlog.Tile;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A log in an S3 bucket. Every file but the checkpoint is written on the condition that it is not there yet, which the bucket's policy
 * demands too: a lock keeps a version and forbids no newer one in front of it. Full tiles, full bundles and archived checkpoints are
 * locked in compliance mode; nobody can delete them before their time, the account's root user included (S3 User Guide, "Object Lock").
 */
public final class S3LogStore implements LogStore {
    /** A bundle of 256 entries of 8 KiB, and some. */
    private static final int MAX_BYTES = 4 << 20;

    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int MAX_ATTEMPTS = 3;

    /** The tag by which a lifecycle rule finds what a full file replaces. */
    private static final String PASSING = "passing=true";

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final Supplier<Duration> lock;
    private final Clock clock;

    /**
     * @param prefix in front of every path, with a slash at its end; empty for none
     * @param lock for how long full files are kept from everybody; zero where the bucket knows neither locks nor
     *     tags
     */
    public S3LogStore(S3Client s3, String bucket, String prefix, Supplier<Duration> lock, Clock clock) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.lock = lock;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> find(String path) {
        return read(path).map(Stored::content);
    }

    private record Stored(SdkBytes bytes, String entityTag) {
        byte[] content() {
            return bytes.asByteArray();
        }
    }

    private Optional<Stored> read(String path) {
        try (var object = s3.getObject(get -> get.bucket(bucket).key(prefix + path))) {
            var bytes = object.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES && !path.startsWith("batches/")) {
                object.abort();
                throw new MalformedException(path + " is longer than any file of a log");
            }
            var rest = object.readAllBytes();
            var whole = Arrays.copyOf(bytes, bytes.length + rest.length);
            System.arraycopy(rest, 0, whole, bytes.length, rest.length);
            return Optional.of(new Stored(
                    SdkBytes.fromByteArrayUnsafe(whole), object.response().eTag()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the log broke off", e);
        }
    }

    @Override
    public boolean create(String path, byte[] content) {
        var put = PutObjectRequest.builder().bucket(bucket).key(prefix + path).ifNoneMatch("*");
        put.contentType(contentType(path));
        var locked = lock.get();
        if (locked.isPositive()) {
            protect(path, put, locked);
        }
        return put(put.build(), content);
    }

    private void protect(String path, PutObjectRequest.Builder put, Duration locked) {
        if (isForGood(path)) {
            put.objectLockMode(ObjectLockMode.COMPLIANCE)
                    .objectLockRetainUntilDate(clock.instant().plus(locked));
        } else if (isPassing(path)) {
            put.tagging(PASSING);
        }
    }

    @Override
    public boolean replaceCheckpoint(byte @Nullable [] expected, byte[] checkpoint) {
        var current = read(CHECKPOINT);
        if (!Arrays.equals(current.map(Stored::content).orElse(null), expected)) {
            return false;
        }
        var put = PutObjectRequest.builder()
                .bucket(bucket)
                .key(prefix + CHECKPOINT)
                .contentType(contentType(CHECKPOINT))
                .cacheControl("no-cache");
        current.ifPresentOrElse(found -> put.ifMatch(found.entityTag()), () -> put.ifNoneMatch("*"));
        return put(put.build(), checkpoint);
    }

    /** @return false when the condition did not hold */
    private boolean put(PutObjectRequest put, byte[] content) {
        for (var attempt = 1; ; attempt++) {
            try {
                s3.putObject(put, RequestBody.fromBytes(content));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED) {
                    return e.numAttempts() > 1 && holds(put.key(), content);
                }
                // Another conditional write of this very object was under way: who won shows in a second attempt.
                if (e.statusCode() != CONFLICT || attempt == MAX_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** When the answer to a write is lost, the SDK sends it again, and then it is our own object that is in the way. */
    private boolean holds(String key, byte[] content) {
        return find(key.substring(prefix.length()))
                .filter(stored -> Arrays.equals(stored, content))
                .isPresent();
    }

    @Override
    public List<String> list(String paths) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix + paths)).contents().stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    private static boolean isForGood(String path) {
        var tile = tile(path);
        return path.startsWith("checkpoints/") || (tile != null && !tile.isPartial());
    }

    /** Partial files that change with nearly every minute; those of higher levels are few, and needed for long. */
    private static boolean isPassing(String path) {
        var tile = tile(path);
        return path.startsWith("batches/") || (tile != null && tile.isPartial() && tile.level() <= 0);
    }

    private static @Nullable Tile tile(String path) {
        return path.startsWith("tile/") ? Tile.parse(path) : null;
    }

    private static String contentType(String path) {
        return path.startsWith(CHECKPOINT) || path.equals(VERIFIER_KEY)
                ? "text/plain; charset=utf-8"
                : "application/octet-stream";
    }
}
