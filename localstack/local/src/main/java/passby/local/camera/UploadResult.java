package passby.local.camera;

/** What became of a picture that a camera sent. */
public sealed interface UploadResult {
    /** The bucket has it. */
    record Stored(String uploadId) implements UploadResult {}

    /** The city gave no URL for it; the problem is the city's own text (RFC 9457). */
    record Refused(int status, String problem) implements UploadResult {}

    /** There was a URL, but the bucket did not take the bytes under it. */
    record NotStored(String uploadId, int status) implements UploadResult {}
}
