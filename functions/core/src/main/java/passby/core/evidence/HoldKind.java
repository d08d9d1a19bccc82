package passby.core.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why reads are kept beyond their retention (product.md, F6). */
public enum HoldKind {
    CRIMINAL,
    CIVIL,
    DISCOVERY,
    OTHER_LAWFUL_ACTION,
    /** Fourteen days on a written request, also of the defence (Utah Code 41-6a-2004). Takes one role. */
    PRESERVATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<HoldKind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
