package passby.core.ledger;

import java.util.Locale;

/** What an entry can be about: a closed set, so that a reader of the log knows every word in it. */
public enum EntryType {
    ACCESS_REFUSED,
    CAMERA_KEY_ADDED,
    CAMERA_REGISTERED,
    CAMERA_RESUMED,
    CAMERA_RETIRED,
    CAMERA_SUSPENDED,
    CAMERAS_VIEWED,
    CONTACT_UNCONFIRMED,
    COUNTED,
    FRAMES_ADMITTED,
    HIT_PICTURE_STREAMED,
    HIT_RAISED,
    HIT_STEP,
    HIT_UPGRADED,
    HIT_VIEWED,
    HITS_LISTED,
    HOT_LIST_ENTRIES_LISTED,
    HOT_LIST_ENTRY_ADDED,
    HOT_LIST_ENTRY_APPROVED,
    HOT_LIST_ENTRY_KEPT,
    HOT_LIST_ENTRY_UPDATED,
    HOT_LIST_ENTRY_VIEWED,
    HOT_LIST_ENTRY_WITHDRAWN,
    LIST_ACCEPTED,
    LIST_FILE_ANNOUNCED,
    LIST_FILE_APPROVED,
    LIST_IMPORT_BEGUN,
    LIST_IMPORT_UNDONE,
    LIST_IMPORTED,
    LIST_PROPOSED,
    LIST_SUSPENDED,
    LISTS_VIEWED,
    PERSON_APPOINTED,
    POLICY_CHANGED,
    POLICY_REQUEST_DECIDED,
    POLICY_REQUESTED,
    POLICY_REQUESTS_LISTED,
    POLICY_VIEWED,
    READ_PICTURE_STREAMED,
    SEARCH;

    /** As it stands in an entry, such as {@code hit-raised}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
