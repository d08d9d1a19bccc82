package passby.aws.api;

/**
 * What one frame with one plate and no hit asks of the stores: the bill counts these, and a journey through the local city
 * counts them again. Calls, unless another unit is named.
 */
public final class ReadTraffic {
    /** For each call of a camera: its token is spent, what it brings is counted and bounded in one row, its URLs are counted. */
    public static final int CALL_WRITES = 3;

    /** That the frame is no longer on its way. That it is processed says its own row. */
    public static final int FRAME_MARKS = 1;

    /** For each call of a camera: the camera, and what it brought. The policy is read when the copy of a function is old. */
    public static final int CALL_READS = 2;

    /** Frames with plates, and reads, in one row. */
    public static final int FRAME_COUNTS = 1;

    /** The distinct plate, noted before its read is written. Its place in the index of dates stays where it is. */
    public static final int PLATE_NOTES = 1;

    /** Places of a new plate of seven characters in the indexes of its pairs and of dates. */
    public static final int PLATE_PLACES = 7;

    /** A known plate whose place in the index of dates came due: the row, its old place and its new one. */
    public static final int PLATE_MOVES = 3;

    /** The purge reads frames and readings of passes before it deletes them, and marks the reads. */
    public static final int PURGE_LOOKS = 2;

    /** The reading of a pass of one frame: the row, and its place in the index of dates, which each further frame moves. */
    public static final int PASS_WRITES = 2;

    /** Its mark, the camera, and the frame itself. The policy is read when the copy of a function is old. */
    public static final int FRAME_READS = 3;

    /** Hot-list queries for the best candidate and three alternates. */
    public static final int HOT_LIST_QUERIES = 4;

    /** Plate and vehicle in one object. */
    public static final int CROPS = 1;

    /** The upload is looked at before anybody reads it. */
    public static final int HEADS = 1;

    private ReadTraffic() {}
}
