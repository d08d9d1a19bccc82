package passby.core.purge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of rows that have a date, in the order in which receipts list them. */
public enum RowKind {
    FRAME,
    READ,
    HIT,
    PLATE,
    HOT_LIST_ENTRY,
    OPENING,
    SESSION,
    LIMIT,
    SUBSCRIPTION,
    CONDUCT,
    PASS;

    /** As it stands in receipts and metrics, such as {@code hot-list-entry}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RowKind> parse(String word) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(word)).findFirst();
    }
}
