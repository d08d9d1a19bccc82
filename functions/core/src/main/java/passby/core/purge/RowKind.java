package passby.core.purge;

import java.util.Optional;
import passby.core.id.Coded;

/** The kinds of rows that have a date, in the order in which receipts list them. */
public enum RowKind implements Coded {
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

    public static Optional<RowKind> parse(String word) {
        return Coded.find(values(), word);
    }
}
