package passby.core.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Attempts to sign in to one account that have not succeeded. An attempt counts when it begins, so that no number of attempts at the
 * same moment gets round the bound. (CJIS Security Policy 5.9.5, AC-7)
 *
 * @param unfinished when they began, the earliest first
 * @param lockedUntil when the account opens again; null while it is not locked
 * @param revision 0 before anything is stored
 */
public record Attempts(List<Instant> unfinished, @Nullable Instant lockedUntil, int revision) {
    /** So many failures within {@link #WINDOW} lock the account. */
    public static final int MOST = 5;

    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** How long the account is locked. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    public static final Attempts NONE = new Attempts(List.of(), null, 0);

    public Attempts {
        unfinished = List.copyOf(unfinished);
    }

    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** Whether as many failed lately as may. */
    boolean isSpent(Instant now) {
        return recent(now).size() >= MOST;
    }

    /** The next revision, with one more. */
    public Attempts counting(Instant now) {
        return new Attempts(Stream.concat(recent(now).stream(), Stream.of(now)).toList(), null, revision + 1);
    }

    /** The next revision, locked from now on. */
    public Attempts locked(Instant now) {
        return new Attempts(List.of(), now.plus(LOCK), revision + 1);
    }

    /** The next revision, after one succeeded. */
    public Attempts cleared() {
        return new Attempts(List.of(), null, revision + 1);
    }

    /** When nothing of it counts any more; {@code now} when nothing does. */
    public Instant expiresAt(Instant now) {
        if (lockedUntil != null) {
            return lockedUntil;
        }
        return unfinished.isEmpty() ? now : unfinished.getLast().plus(WINDOW);
    }

    private List<Instant> recent(Instant now) {
        return unfinished.stream()
                .filter(began -> now.isBefore(began.plus(WINDOW)))
                .toList();
    }
}
