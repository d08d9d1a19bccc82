package passby.core.ledger;

import java.util.Locale;

/** What is counted instead of entered one by one: one entry a minute tells them all. */
public enum Count {
    FRAME_DROPPED_EXCLUDED,
    FRAME_DROPPED_LATE,
    FRAME_EXPIRED_SWITCHED_OFF,
    FRAME_MALFORMED_EVENT,
    FRAME_NO_PLATE,
    FRAME_OPTED_OUT,
    FRAME_REJECTED_DAMAGED,
    FRAME_REJECTED_EMPTY,
    FRAME_REJECTED_NOT_A_JPEG,
    FRAME_REJECTED_TOO_LARGE,
    FRAME_REJECTED_TOO_MANY_PIXELS,
    FRAME_REJECTED_TOO_SLOW,
    FRAME_RETRIED,
    FRAME_SWEPT,
    FRAME_REPLAYED,
    FRAME_WITH_PLATES,
    HEALTH,
    HOT_LIST_REVIEW_MISSED,
    OPT_OUT_NOT_CERTAIN,
    PUBLIC_FILE,
    READ,
    READ_POSTED,
    REASON_JUDGED,
    REASON_PERSONAL,
    REASON_PROHIBITED,
    REASON_UNREADABLE,
    REASON_VAGUE,
    REQUEST_THROTTLED,
    REQUEST_UNAUTHENTICATED,
    UPLOAD_REFUSED,
    UPLOAD_URL_ISSUED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
