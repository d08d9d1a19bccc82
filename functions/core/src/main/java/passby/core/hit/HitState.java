package passby.core.hit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import passby.core.id.Coded;

/**
 * How far a hit has come (product.md, D2). The steps are mandatory and in order; which state may follow which is written here
 * and nowhere else, and the picture in docs/hits.md is drawn from it.
 */
public enum HitState implements Coded {
    ALERTED,
    VIEWED,
    IMAGE_MATCHED,
    REJECTED,
    CONFIRMATION_REQUESTED,
    CONFIRMED,
    NOT_CONFIRMED,
    CONTACT,
    DISPOSITION;

    private static final Map<HitState, Set<HitState>> NEXT = next();

    private static Map<HitState, Set<HitState>> next() {
        var next = new EnumMap<HitState, Set<HitState>>(HitState.class);
        next.put(ALERTED, EnumSet.of(VIEWED));
        next.put(VIEWED, EnumSet.of(VIEWED, IMAGE_MATCHED, REJECTED));
        next.put(IMAGE_MATCHED, EnumSet.of(CONFIRMATION_REQUESTED, DISPOSITION));
        next.put(REJECTED, EnumSet.noneOf(HitState.class));
        next.put(CONFIRMATION_REQUESTED, EnumSet.of(CONFIRMED, NOT_CONFIRMED));
        next.put(CONFIRMED, EnumSet.of(CONTACT, DISPOSITION));
        next.put(NOT_CONFIRMED, EnumSet.of(CONFIRMATION_REQUESTED, DISPOSITION));
        next.put(CONTACT, EnumSet.of(DISPOSITION));
        next.put(DISPOSITION, EnumSet.noneOf(HitState.class));
        return next;
    }

    /** Whether the other state may follow; whoever is in it has more conditions ({@link HitCourse}). */
    public boolean mayBecome(HitState other) {
        return NEXT.getOrDefault(this, Set.of()).contains(other);
    }

    /** Whether it is on the list of open hits: until its end. */
    public boolean isOpen() {
        return this != REJECTED && this != DISPOSITION;
    }

    /** Whether somebody still has to compare picture and entry. */
    public boolean awaitsVerdict() {
        return this == ALERTED || this == VIEWED;
    }
}
