package passby.core.sharing;

import java.util.Optional;
import passby.core.id.Coded;

/** Whom a requester from outside belongs to (product.md, G3): states' laws speak of these classes. */
public enum RequesterClass implements Coded {
    IN_STATE_LAW_ENFORCEMENT,
    /** Of the city's own state; a prosecutor of another state asks as {@link #OUT_OF_STATE}. */
    PROSECUTOR,
    /** Any agency of another state. */
    OUT_OF_STATE,
    FEDERAL,
    DEFENCE,
    PUBLIC;

    public static Optional<RequesterClass> parse(String code) {
        return Coded.find(values(), code);
    }

    /** Whether it is an agency, which the FBI knows by an identifier. */
    boolean isAgency() {
        return switch (this) {
            case IN_STATE_LAW_ENFORCEMENT, PROSECUTOR, OUT_OF_STATE, FEDERAL -> true;
            case DEFENCE, PUBLIC -> false;
        };
    }
}
