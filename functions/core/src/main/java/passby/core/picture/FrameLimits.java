package passby.core.picture;

/** What a frame may be at most. Checked at the request, signed into the URL, and checked again before decoding. */
public final class FrameLimits {
    public static final int MAX_BYTES = 8 << 20;
    public static final int MAX_PIXELS = 25_000_000;
    public static final int MAX_SIDE = 12_000;
    /** Plates of one frame that are kept; one more would not fit into the transaction that stores them. */
    public static final int MAX_PLATES = 16;
    /** All crops of one answer together, because a Lambda answer is small. */
    public static final int MAX_CROP_BYTES = 1 << 20;

    private FrameLimits() {}
}
