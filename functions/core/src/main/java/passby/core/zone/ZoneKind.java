package passby.core.zone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why nothing is captured at a place. A refusal names it, and never the address. (product.md, A4) */
public enum ZoneKind {
    SCHOOL,
    CLINIC,
    WORSHIP,
    COURT,
    FOOD_BANK,
    IMMIGRATION_OFFICE;

    /** Such as {@code food-bank}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people, such as {@code food bank}. */
    public String words() {
        return code().replace('-', ' ');
    }

    public static Optional<ZoneKind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
