package passby.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import passby.core.hotlist.EntryAudits;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.HotLists;
import passby.core.ledger.Commit;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.ledger.Watermarks;
import passby.core.policy.EffectivePolicy;

/**
 * Looks every minute at the entries of the city's own people: warns an author before an entry ends, and enters, for everybody
 * to see, that nobody said in time what becomes of one after its hit, and that nobody audited them in time.
 */
public final class WatchEntries {
    static final String WARNED = "watch-entries-warned";
    static final String REVIEWED = "watch-entries-reviewed";

    /**
     * What a run came to.
     *
     * @param warned messages to authors
     * @param missed reviews that are overdue since the run before
     */
    public record Run(int warned, int missed) {}

    private static final Duration LONGEST_QUIET = Duration.ofDays(1);

    /** Between two runs. */
    private record Span(Instant since, Instant until) {
        boolean holds(Instant moment) {
            return moment.isAfter(since) && !moment.isAfter(until);
        }
    }

    private final HotLists hotLists;
    private final Subscriptions subscriptions;
    private final Channels channels;
    private final Watermarks watermarks;
    private final EntryAudits audits;
    private final Counters counters;
    private final EntryFactory entries;
    private final Supplier<EffectivePolicy> policy;
    private final Clock clock;

    public WatchEntries(
            HotLists hotLists,
            Subscriptions subscriptions,
            Channels channels,
            Watermarks watermarks,
            Counters counters,
            EntryFactory entries,
            Supplier<EffectivePolicy> policy,
            Clock clock) {
        this.hotLists = hotLists;
        this.subscriptions = subscriptions;
        this.channels = channels;
        this.watermarks = watermarks;
        this.audits = new EntryAudits(watermarks);
        this.counters = counters;
        this.entries = entries;
        this.policy = policy;
        this.clock = clock;
    }

    public Run handle() {
        var now = clock.instant();
        var current = policy.get();
        var live = hotLists.custom(now);
        var missed = enterMissed(live, current, now);
        enterMissedAudit(current, now);
        return new Run(warn(live, current, now), missed);
    }

    /**
     * Those whose time to be warned came since the last run; a crash in it means a warning twice, never none. The city's own
     * clock ends an entry too, whatever is stored.
     */
    private int warn(List<HotListEntry> live, EffectivePolicy current, Instant now) {
        var span = new Span(watermarks.find(WARNED).orElse(now), now);
        var unapprovedLife = current.bounds().unapprovedEntryLife();
        var warned = 0;
        for (var stored : live) {
            var entry = stored.endingWithin(current.longestListEntry());
            var due = entry.warnedAt(unapprovedLife);
            if (!due.isAfter(now) && due.plus(LONGEST_QUIET).isAfter(span.since())) {
                warned += warn(entry, due, entry.end(unapprovedLife), span);
            }
        }
        watermarks.advance(WARNED, now);
        return warned;
    }

    /** Wherever the author is reached. */
    private int warn(HotListEntry entry, Instant due, Instant end, Span span) {
        var notice =
                new Notice.EntryEnds(entry.recordId(), entry.approvedBy() != null, Duration.between(span.until(), end));
        var sent = 0;
        for (var subscription : subscriptions.of(entry.author())) {
            if (span.holds(awake(subscription, due, end))
                    && subscription.isReachable(clock.instant())
                    && isSent(subscription, notice)) {
                sent++;
            }
        }
        return sent;
    }

    /** When quiet hours are over, unless the entry ends in them: then at once, as it would end unseen. */
    private static Instant awake(Subscription subscription, Instant due, Instant end) {
        var quiet = subscription.filter().quietHours();
        var awake = quiet == null ? due : quiet.over(due);
        return awake.isBefore(end) ? awake : due;
    }

    private boolean isSent(Subscription subscription, Notice notice) {
        try {
            return channels.send(subscription, notice) == Sending.SENT;
        } catch (RuntimeException e) {
            // One telephone that fails keeps no other author from being warned; the list of entries shows the end too.
            return false;
        }
    }

    /** Each moment at which reviews fell due is entered once, whoever else runs. */
    private int enterMissed(List<HotListEntry> live, EffectivePolicy current, Instant now) {
        var since = watermarks.find(REVIEWED);
        var missed = live.stream()
                .filter(entry -> entry.isReviewOverdue(now))
                .filter(entry -> reviewDue(entry)
                        .filter(due -> since.isEmpty() || due.isAfter(since.get()))
                        .isPresent())
                .collect(Collectors.groupingBy(
                        entry -> reviewDue(entry).orElseThrow(), TreeMap::new, Collectors.toList()));
        var entered = 0;
        for (var moment : missed.entrySet()) {
            entered += enter(moment.getKey(), moment.getValue(), current, now);
        }
        return entered;
    }

    private int enter(Instant due, List<HotListEntry> missed, EffectivePolicy current, Instant now) {
        var records = missed.stream().map(HotListEntry::recordId).sorted().collect(Collectors.joining(" "));
        var entry = entries.create(
                EntryType.HOT_LIST_REVIEW_MISSED, Outcome.DONE, current.hash(), Map.of(Field.SUBJECT, records));
        if (watermarks.advance(REVIEWED, due, entry) instanceof Commit.Conflict) {
            return 0;
        }
        counters.add(Count.HOT_LIST_REVIEW_MISSED, missed.size(), now);
        return missed.size();
    }

    /** A city that begins owes none before a period has gone by. */
    private void enterMissedAudit(EffectivePolicy current, Instant now) {
        if (audits.due().isEmpty()) {
            audits.begin(now);
        }
        audits.missed(now).ifPresent(due -> {
            var day = LocalDate.ofInstant(due, ZoneOffset.UTC).toString();
            audits.enterMissed(
                    due,
                    entries.create(
                            EntryType.HOT_LIST_AUDIT_MISSED, Outcome.DONE, current.hash(), Map.of(Field.SUBJECT, day)));
        });
    }

    private static Optional<Instant> reviewDue(HotListEntry entry) {
        return Optional.ofNullable(entry.reviewDue());
    }
}
