package passby.core.picture;

/** Why a frame was refused before or at decoding. Each is counted under its name. */
public enum RejectReason {
    /** No bytes at all. */
    EMPTY,
    /** More bytes than {@link FrameLimits#MAX_BYTES}. */
    TOO_LARGE,
    /** Does not begin as a JPEG, or is one of a kind that we do not decode. */
    NOT_A_JPEG,
    /** Begins as a JPEG and breaks off, or its parts contradict each other. */
    DAMAGED,
    /** Its header declares more pixels, or longer sides, than {@link FrameLimits} allows. */
    TOO_MANY_PIXELS,
    /** Looking at it took longer than the recogniser's limit. */
    TOO_SLOW
}
