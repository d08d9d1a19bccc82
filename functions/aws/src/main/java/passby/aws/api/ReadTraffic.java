package passby.aws.api;

/**
 * What one frame with one plate and no hit asks of the stores: the bill counts these, and a journey through the local city
 * counts them again. Calls, unless another unit is named.
 */
public final class ReadTraffic {
    /** For each call of a camera: its token is spent, its rate, its bytes and its frames on their way are limited, its URLs counted. */
    public static final int CALL_WRITES = 5;

    /** The mark that the frame is processed, and that it is no longer on its way. */
    public static final int FRAME_MARKS = 2;

    /** For each call of a camera: the camera, and the policy when the copy of this function is old. */
    public static final int CALL_READS = 2;

    /** Frames with plates, and reads. */
    public static final int FRAME_COUNTS = 2;

    /** The distinct plate, noted before its read is written. */
    public static final int PLATE_NOTES = 1;

    /** Its mark, the camera, the frame itself, and the policy when the copy of this function is old. */
    public static final int FRAME_READS = 4;

    /** Hot-list queries for the best candidate and three alternates. */
    public static final int HOT_LIST_QUERIES = 4;

    /** Plate and vehicle. */
    public static final int CROPS = 2;

    /** The upload is looked at before anybody reads it. */
    public static final int HEADS = 1;

    private ReadTraffic() {}
}
