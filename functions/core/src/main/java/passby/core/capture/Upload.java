package passby.core.capture;

/**
 * An uploaded frame as it lies in its bucket.
 *
 * @param length bytes
 * @param sha256 of its bytes as the store checked them, 64 hexadecimal digits
 * @param facts from its signed metadata
 */
public record Upload(long length, String sha256, CaptureFacts facts) {}
