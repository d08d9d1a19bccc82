package passby.core.picture;

/**
 * Where a frame lies. Recognisers get the place, not the bytes.
 *
 * @param bucket its bucket
 * @param key its object key
 */
public record FrameRef(String bucket, String key) {}
