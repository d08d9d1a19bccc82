package passby.core.hotlist;

import java.time.Duration;
import java.util.Optional;
import passby.core.id.Coded;

/** Why a plate is asked for: a closed list (product.md, C1), each with the longest that a custom entry of it may live. */
public enum Category implements Coded {
    BOLO(30, false),
    STOLEN_VEHICLE(365, false),
    STOLEN_PLATE(365, false),
    MISSING_PERSON(365, false),
    AMBER_ALERT(30, false),
    SILVER_ALERT(30, false),
    BLUE_ALERT(30, false),
    CHILD_ABDUCTION(90, false),
    WANTED_PERSON(180, false),
    SEX_OFFENDER(90, true),
    TERRORIST_WATCH_LIST(90, true),
    PROTECTION_ORDER(365, false),
    INVESTIGATIVE(30, true);

    private final Duration longest;
    private final boolean approvedFirst;

    Category(int longestDays, boolean approvedFirst) {
        this.longest = Duration.ofDays(longestDays);
        this.approvedFirst = approvedFirst;
    }

    public Duration longest() {
        return longest;
    }

    /** Whether a second person must approve an entry before it alerts at all (C2). */
    public boolean approvedFirst() {
        return approvedFirst;
    }

    public static Optional<Category> parse(String code) {
        return Coded.find(values(), code);
    }
}
