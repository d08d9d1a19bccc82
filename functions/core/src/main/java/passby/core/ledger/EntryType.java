package passby.core.ledger;

import java.util.Locale;

/** What an entry can be about: a closed set, so that a reader of the log knows every word in it. */
public enum EntryType {
    ACCESS_GRANTED,
    ACCESS_REFUSED,
    ACCESS_REVOKED,
    CAMERA_KEY_ADDED,
    CAMERA_REGISTERED,
    CAMERA_RESUMED,
    CAMERA_RETIRED,
    CAMERA_SUSPENDED,
    CAMERAS_VIEWED,
    COUNTED,
    DAY_BALANCED,
    EVIDENCE_COPIED,
    EVIDENCE_EXPORTED,
    FRAMES_ADMITTED,
    HIT_PICTURE_STREAMED,
    HIT_RAISED,
    HIT_STEP,
    HIT_UPGRADED,
    HIT_VIEWED,
    HITS_LISTED,
    HOLD_DECIDED,
    HOLD_EXPIRED,
    HOLD_PLACED,
    HOLD_REQUESTED,
    HOLDS_VIEWED,
    HOT_LIST_ENTRY_ADDED,
    HOT_LIST_ENTRY_VIEWED,
    HOT_LIST_ENTRY_WITHDRAWN,
    LEDGER_DISCLOSED,
    LEDGER_EXPORTED,
    LEDGER_VIEWED,
    PERSON_APPOINTED,
    POLICY_ACKNOWLEDGED,
    POLICY_CHANGED,
    POLICY_REQUEST_DECIDED,
    POLICY_REQUESTED,
    POLICY_REQUESTS_LISTED,
    POLICY_VIEWED,
    READ_PICTURE_STREAMED,
    REDATING_BEGUN,
    REDATING_DONE,
    ROWS_PURGED,
    SEARCH;

    /** As it stands in an entry, such as {@code hit-raised}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
