package passby.core.evidence;

import java.util.Optional;
import passby.core.id.Coded;

/** Why reads are kept beyond their retention (product.md, F6). */
public enum HoldKind implements Coded {
    CRIMINAL,
    CIVIL,
    DISCOVERY,
    OTHER_LAWFUL_ACTION,
    /** Fourteen days on a written request, also of the defence (Utah Code 41-6a-2004). Takes one role. */
    PRESERVATION;

    public static Optional<HoldKind> parse(String code) {
        return Coded.find(values(), code);
    }
}
