package passby.core.zone;

import java.util.Optional;
import passby.core.id.Coded;

/** Why nothing is captured at a place. A refusal names it, and never the address. (product.md, A4) */
public enum ZoneKind implements Coded {
    SCHOOL,
    CLINIC,
    WORSHIP,
    COURT,
    FOOD_BANK,
    IMMIGRATION_OFFICE;

    /** For people, such as {@code food bank}. */
    public String words() {
        return code().replace('-', ' ');
    }

    public static Optional<ZoneKind> parse(String code) {
        return Coded.find(values(), code);
    }
}
