package passby.local.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * S3Proxy: an S3 that checks signatures, expiry, checksums and conditions of every request as S3 does, so that a presigned URL that works
 * here works there.
 */
public final class LocalS3 implements AutoCloseable {
    private static final int PAGE = 1_000;

    private final S3Proxy proxy;
    private final BlobStore store;

    private LocalS3(S3Proxy proxy, BlobStore store) {
        this.proxy = proxy;
        this.store = store;
    }

    /** The listener is called before the answer to the request that stored the object; if it throws, that request fails. */
    public static LocalS3 start(Storage storage, AwsCredentials credentials, Consumer<StoredObject> listener) {
        try {
            var store = new NotifyingBlobStore(store(storage), listener);
            var proxy = S3Proxy.builder()
                    .endpoint(Loopback.uri(0))
                    .awsAuthentication(
                            AuthenticationType.AWS_V4, credentials.accessKeyId(), credentials.secretAccessKey())
                    .blobStore(store)
                    .build();
            proxy.start();
            return new LocalS3(proxy, store);
        } catch (Exception e) {
            throw new EngineFailed("S3Proxy did not start", e);
        }
    }

    private static BlobStore store(Storage storage) throws IOException {
        return switch (storage) {
            case Storage.InMemory() -> new TransientNio2BlobStore();
            case Storage.Folder(Path root) ->
                new FilesystemNio2BlobStore(
                        Files.createDirectories(root.resolve("s3")).toString());
        };
    }

    public URI endpoint() {
        return Loopback.uri(proxy.getPort());
    }

    /** Makes the bucket unless it is there; true when it was made. */
    public boolean ensureBucket(String bucket) {
        if (store.containerExists(bucket)) {
            return false;
        }
        store.createContainer(bucket);
        return true;
    }

    /** What lies in the bucket now, in the order of its keys; nothing when there is no such bucket. */
    public List<StoredObject> objects(String bucket) {
        return objects(bucket, PAGE);
    }

    List<StoredObject> objects(String bucket, int page) {
        var found = new ArrayList<StoredObject>();
        if (!store.containerExists(bucket)) {
            return found;
        }
        var request =
                ListObjectsV2Request.builder().bucket(bucket).maxKeys(page).build();
        while (true) {
            var listed = store.list(request);
            listed.contents().stream()
                    .filter(object -> !NotifyingBlobStore.isNote(object.key()))
                    .map(object -> stored(bucket, object))
                    .forEach(found::add);
            var next = listed.nextContinuationToken();
            if (next == null || next.isEmpty()) {
                return found;
            }
            request = request.toBuilder().continuationToken(next).build();
        }
    }

    private static StoredObject stored(String bucket, S3Object object) {
        return new StoredObject(
                bucket,
                object.key(),
                object.size(),
                object.eTag().replace("\"", ""),
                object.lastModified().truncatedTo(ChronoUnit.MILLIS),
                StoredObject.How.PUT);
    }

    @Override
    public void close() {
        try {
            proxy.stop();
            store.close();
        } catch (Exception e) {
            throw new EngineFailed("S3Proxy did not stop", e);
        }
    }
}
