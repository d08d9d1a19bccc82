package passby.core.hit;

import java.util.Locale;

/** How far a hit has come (product.md, D2). The steps are mandatory and in order. */
public enum HitState {
    ALERTED,
    VIEWED,
    IMAGE_MATCHED,
    REJECTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody still has to look at it. */
    public boolean isOpen() {
        return this == ALERTED || this == VIEWED;
    }
}
