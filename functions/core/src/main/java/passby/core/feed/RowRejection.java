package passby.core.feed;

import passby.core.id.Coded;

/** Why a row of a feed is not imported. Counted by reason in the receipt of each import. */
public enum RowRejection implements Coded {
    /** Longer than {@link FeedLines#MAX_LINE} bytes. */
    TOO_LONG,
    /** Contains a NUL or another control character. */
    CONTROL_CHARACTER,
    /** Shorter than its layout, or with another number of columns. */
    COLUMNS,
    /** Not a plate of 2 to 10 letters and digits, or a word such as UNKNOWN. */
    PLATE,
    STATE,
    DATE,
    /** No category, or a file code that nobody knows. */
    CATEGORY,
    /** No record number, or one that cannot be a record number. */
    RECORD_NUMBER,
    /** The same record number came before in this file. */
    DUPLICATE,
    /** A known file code that the city's policy does not allow. Not malformed: policy, counted by code. */
    FILE_CODE_REFUSED,
    /** It expired before it was imported. Not malformed. */
    EXPIRED;

    /** Whether the row speaks against the file: only such rows count for the limit of 5 %. */
    public boolean isMalformed() {
        return this != FILE_CODE_REFUSED && this != EXPIRED;
    }
}
