package passby.core.feed;

import java.util.Optional;
import passby.core.id.Coded;

/** Everything that is kept of a row: what is not here is dropped at the door, names and addresses above all. */
public enum Value implements Coded {
    PLATE,
    STATE,
    CATEGORY,
    /** The source's own number, which a confirmation names. */
    RECORD_NUMBER,
    /** A second record number, of which only the file code is used. */
    OTHER_RECORD_NUMBER,
    CASE_NUMBER,
    /** The agency that entered the record. */
    ORI,
    /** The day on which the record was entered. */
    RECORDED,
    EXPIRES,
    YEAR,
    MAKE,
    MODEL,
    STYLE,
    COLOUR;

    public static Optional<Value> parse(String code) {
        return Coded.find(values(), code);
    }
}
