package passby.core.conduct;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import passby.core.audit.LoggedEntry;
import passby.core.audit.Openings;
import passby.core.audit.SealedLog;
import passby.core.ledger.Watermarks;

/**
 * Reads the sealed ledger hour by hour, keeps what people did as keys, and asks about what cannot be explained. Nobody's search waits
 * for it: when it was down, its next runs read on where it stopped.
 */
public final class WatchConduct {
    public static final String WATERMARK = "watch-conduct";

    /** A week without a run is caught up in one. */
    private static final int MAX_HOURS_A_RUN = 7 * 24;

    private final SealedLog log;
    private final Openings openings;
    private final Acts acts;
    private final JudgeConduct judge;
    private final ConductReviews reviews;
    private final Watermarks watermarks;
    private final ConductKeys keys;
    private final Clock clock;

    public WatchConduct(
            SealedLog log,
            Openings openings,
            Acts acts,
            JudgeConduct judge,
            ConductReviews reviews,
            Watermarks watermarks,
            ConductKeys keys,
            Clock clock) {
        this.log = log;
        this.openings = openings;
        this.acts = acts;
        this.judge = judge;
        this.reviews = reviews;
        this.watermarks = watermarks;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What a run found.
     *
     * @param opened reviews that it opened, incidents apart
     * @param incidents reviews that a decoy opened or joined
     * @param overdue open reviews whose date is over
     */
    public record Watched(int opened, int incidents, int overdue) {}

    public Watched handle() {
        var now = clock.instant();
        var hour = watermarks.find(WATERMARK).orElseGet(() -> begin(now));
        var size = log.head().map(head -> head.checkpoint().size()).orElse(0L);
        var opened = 0;
        var incidents = 0;
        for (var done = 0; done < MAX_HOURS_A_RUN && !hour.isAfter(now); done++) {
            var next = hour.plus(1, ChronoUnit.HOURS);
            for (var personId : read(hour, next.isAfter(now) ? size : Math.min(size, log.startOf(next)), size)) {
                switch (judge.handle(personId, next.isBefore(now) ? next : now)) {
                    case NOTHING -> {}
                    case OPENED -> opened++;
                    case EXTENDED -> {}
                    case INCIDENT -> incidents++;
                }
            }
            hour = next;
            if (!next.isAfter(now)) {
                watermarks.advance(WATERMARK, next);
            }
        }
        var overdue = (int)
                reviews.all().stream().filter(review -> review.isOverdue(now)).count();
        return new Watched(opened, incidents, overdue);
    }

    private Instant begin(Instant now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        watermarks.advance(WATERMARK, hour);
        return hour;
    }

    /** Keeps what was sealed from that hour to that place, and says whose it is. */
    private Set<String> read(Instant hour, long until, long size) {
        var people = new TreeSet<String>();
        for (var place = log.startOf(hour); place < until; ) {
            var bundle = log.from(place, size);
            keep(bundle.subList(0, (int) Math.min(bundle.size(), until - place)), people);
            place += bundle.size();
        }
        return people;
    }

    private void keep(List<LoggedEntry> bundle, Set<String> people) {
        var telling = bundle.stream()
                .map(LoggedEntry::sealed)
                .filter(FoundActs::tells)
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        var opened =
                openings.find(telling.stream().map(entry -> entry.entryId()).toList());
        var finder = new FoundActs(keys);
        var found = telling.stream()
                .flatMap(entry -> finder.in(entry, opened.getOrDefault(entry.entryId(), Map.of())).stream())
                .toList();
        acts.put(found.stream().map(FoundActs.Found::act).toList());
        found.forEach(one -> people.add(one.personId()));
    }
}
