package passby.core.picture;

/**
 * A crop as it lies in the image bucket.
 *
 * @param key its object key
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param box where in the frame it was cut
 */
public record StoredCrop(String key, String sha256, Box box) {}
