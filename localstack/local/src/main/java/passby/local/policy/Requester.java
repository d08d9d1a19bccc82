package passby.local.policy;

import java.util.Optional;
import passby.core.id.Coded;
import passby.core.sharing.RequesterClass;

/** For whom somebody asks: the city's own case, or one of the classes of outside requesters (product.md, G3). */
public enum Requester implements Coded {
    SELF,
    IN_STATE_LAW_ENFORCEMENT,
    PROSECUTOR,
    OUT_OF_STATE,
    FEDERAL,
    DEFENCE,
    PUBLIC;

    /** Made up: an identifier of nine characters that no agency has. */
    private static final String ANOTHER_AGENCY = "XX0000001";

    public static Optional<Requester> parse(String code) {
        return Coded.find(values(), code);
    }

    /** As a search declares it: nobody searches for another agency. */
    String declared() {
        return this == SELF ? SELF.code() : ANOTHER_AGENCY;
    }

    /** As a written request says it; empty for the city, which asks itself for nothing. */
    Optional<RequesterClass> outside() {
        return RequesterClass.parse(code());
    }
}
