package passby.local.engine;

import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A store that tells of each object once it is stored; what was refused (signature, checksum, condition) is never told. */
final class NotifyingBlobStore extends ForwardingBlobStore {
    /** S3Proxy notes an upload in parts as an object of its own until the upload is complete. */
    private static final String NOTE = ".s3proxy-";

    private final Consumer<StoredObject> listener;

    NotifyingBlobStore(BlobStore store, Consumer<StoredObject> listener) {
        super(store);
        this.listener = listener;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream bytes) {
        var stored = super.putBlob(request, bytes);
        tell(request.bucket(), request.key(), StoredObject.How.PUT);
        return stored;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        var stored = super.copyBlob(request);
        tell(request.destinationBucket(), request.destinationKey(), StoredObject.How.COPY);
        return stored;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        var stored = super.completeMultipartUpload(upload, request);
        tell(request.bucket(), request.key(), StoredObject.How.COMPLETE_MULTIPART_UPLOAD);
        return stored;
    }

    static boolean isNote(String key) {
        return key.startsWith(NOTE);
    }

    private void tell(String bucket, String key, StoredObject.How how) {
        if (isNote(key)) {
            return;
        }
        var head = blobMetadata(bucket, key);
        var at = head.lastModified().truncatedTo(ChronoUnit.MILLIS);
        listener.accept(
                new StoredObject(bucket, key, head.contentLength(), head.eTag().replace("\"", ""), at, how));
    }
}
