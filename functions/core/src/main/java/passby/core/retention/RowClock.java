package passby.core.retention;

/** What a row's date is counted by. A row that serves both classes, such as a frame, has a base for each. */
public enum RowClock {
    NON_HIT("n"),
    HIT("h"),
    /** Openings of ledger entries, which tell who searched for what. */
    SEARCH_RECORD("s"),
    /** Entries of hot lists by the city's own people. */
    LIST_ENTRY("e");

    private final String code;

    RowClock(String code) {
        this.code = code;
    }

    /** As it stands in stored rows and in the keys of pictures: one letter. */
    public String code() {
        return code;
    }

    public static RowClock of(RetentionClass retentionClass) {
        return switch (retentionClass) {
            case NON_HIT -> NON_HIT;
            case HIT -> HIT;
        };
    }
}
