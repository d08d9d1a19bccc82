package passby.core.capture;

import passby.core.zone.ZoneKind;

/** What a camera gets for one frame or read that it brings. */
public sealed interface Issued {
    /** A URL to put the frame to. */
    record Url(UploadUrl url) implements Issued {}

    /** The read is taken, and on its way as a frame is. */
    record Taken(String uploadId) implements Issued {}

    /** Captured too long ago: under the retention in force it could not be kept any more. */
    record TooLate() implements Issued {}

    /** More than the policy lets one camera bring. */
    record TooMany(CameraBounds.Bound bound) implements Issued {}

    /** Taken where the policy lets nothing be captured. */
    record Excluded(ZoneKind kind) implements Issued {}

    /** The city switched capture off. */
    record SwitchedOff() implements Issued {}
}
