package passby.core.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Enters what was counted in each minute: one entry for all that is too frequent for entries of its own. */
public final class EnterCounts {
    public static final String WATERMARK = "enter-counts";

    private static final Duration LAG = Duration.ofMinutes(1);
    private static final int MAX_STEPS_A_RUN = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Supplier<String> policyHash;
    private final Counters counters;
    private final Watermarks watermarks;
    private final EntryFactory entries;
    private final Clock clock;

    /** @param policyHash of the policy in force at each call */
    public EnterCounts(
            Supplier<String> policyHash, Counters counters, Watermarks watermarks, EntryFactory entries, Clock clock) {
        this.policyHash = policyHash;
        this.counters = counters;
        this.watermarks = watermarks;
        this.entries = entries;
        this.clock = clock;
    }

    /** @return how many entries were written */
    public int handle() {
        var due = clock.instant().minus(LAG).truncatedTo(ChronoUnit.MINUTES);
        var minute = watermarks.find(WATERMARK).orElse(due.minus(MINUTE));
        var entered = 0;
        for (var done = 0; done < MAX_STEPS_A_RUN && minute.isBefore(due); done++) {
            if (beginsAnEmptyHour(minute, due)) {
                minute = minute.plus(HOUR);
                watermarks.advance(WATERMARK, minute);
            } else {
                entered += enter(minute);
                minute = minute.plus(MINUTE);
            }
        }
        return entered;
    }

    /** A city that was off for days goes on within seconds: the hours in which nothing was counted are passed one by one. */
    private boolean beginsAnEmptyHour(Instant minute, Instant due) {
        return minute.truncatedTo(ChronoUnit.HOURS).equals(minute)
                && !minute.plus(HOUR).isAfter(due)
                && counters.ofHour(minute).isEmpty();
    }

    /** How old the first minute is that is not entered; between one and two minutes when nothing is late. */
    public Duration lag() {
        var now = clock.instant();
        var entered = watermarks.find(WATERMARK).orElse(now);
        return entered.isBefore(now) ? Duration.between(entered, now) : Duration.ZERO;
    }

    private int enter(Instant minute) {
        var next = minute.plus(MINUTE);
        var counted = new TreeMap<String, Object>();
        counters.ofMinute(minute).forEach((count, amount) -> counted.put(count.code(), amount));
        if (counted.isEmpty()) {
            watermarks.advance(WATERMARK, next);
            return 0;
        }
        var committed = Map.of(Field.COUNTS, CanonicalJson.write(counted), Field.SUBJECT, minute.toString());
        var entry = entries.create(EntryType.COUNTED, Outcome.DONE, policyHash.get(), committed);
        return watermarks.advance(WATERMARK, next, entry) instanceof Commit.Done ? 1 : 0;
    }
}
