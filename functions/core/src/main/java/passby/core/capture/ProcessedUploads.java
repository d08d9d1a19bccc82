package passby.core.capture;

/**
 * Uploads that were processed to their end, whatever came of it: so that the same URL used again, or the same message
 * delivered again, costs no second look at the picture. Not a change: it stands outside transactions.
 */
public interface ProcessedUploads {
    boolean contains(UploadKey upload);

    /** Remembers it for at least an hour beyond the longest life of its URL. Adding twice is fine. */
    void add(UploadKey upload);
}
