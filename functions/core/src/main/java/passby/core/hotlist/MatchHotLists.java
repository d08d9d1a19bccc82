package passby.core.hotlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import passby.core.plate.Candidate;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.PlateText;

/**
 * Looks a reading up in every hot list: its best candidate and at most three alternates, one query for each key however many
 * lists there are. Entries without a whole plate are compared in memory.
 */
public final class MatchHotLists {
    private static final int MAX_ALTERNATES = 3;

    /**
     * A hit holds a snapshot of each match, and a row of DynamoDB at most 400 kB. A feed may list one text, such as that of a
     * dealer's frame, thousands of times; the frame that shows it must be stored all the same.
     */
    static final int MOST = 50;

    private final HotLists hotLists;
    private final CachedOpenEntries openEntries;
    private final CachedSuppressions suppressions;
    private final Supplier<CityKey> cityKey;

    public MatchHotLists(
            HotLists hotLists,
            CachedOpenEntries openEntries,
            CachedSuppressions suppressions,
            Supplier<CityKey> cityKey) {
        this.hotLists = hotLists;
        this.openEntries = openEntries;
        this.suppressions = suppressions;
        this.cityKey = cityKey;
    }

    /** The same where nothing of the vehicle was seen. */
    public Map<PlateKey, List<Match>> handle(PlateText reading, EffectivePolicy policy, Instant now) {
        return handle(reading, VehicleDescription.NONE, policy, now);
    }

    /**
     * Matches under each key that has any, the strongest first. The reading's own key comes first where it matches.
     *
     * @param seen of the vehicle; parts that were not seen are empty
     */
    public Map<PlateKey, List<Match>> handle(
            PlateText reading, VehicleDescription seen, EffectivePolicy policy, Instant now) {
        var matches = new LinkedHashMap<PlateKey, List<Match>>();
        var first = true;
        for (var candidate :
                reading.candidates().stream().limit(1 + MAX_ALTERNATES).toList()) {
            var key = cityKey.get().plateKey(candidate.plate());
            if (!matches.containsKey(key)) {
                var found = unsuppressed(hotLists.byPlate(key, now), candidate, reading, policy, now);
                if (first) {
                    found.addAll(matches(openEntries.current(), candidate, reading, policy, now));
                    found.addAll(described(seen, candidate, policy, now));
                }
                found.sort(Comparator.comparing(Match::type));
                matches.put(key, strongest(found));
            }
            first = false;
        }
        matches.values().removeIf(List::isEmpty);
        return matches;
    }

    /** Of the city's own at least one is among them, because its whole shift hears of those. */
    private static List<Match> strongest(List<Match> found) {
        if (found.size() <= MOST) {
            return found;
        }
        var strongest = new ArrayList<>(found.subList(0, MOST));
        if (strongest.stream().noneMatch(match -> match.entry().isCustom())) {
            found.stream()
                    .filter(match -> match.entry().isCustom())
                    .findFirst()
                    .ifPresent(own -> strongest.set(MOST - 1, own));
        }
        return strongest;
    }

    /** What is left of the matches under a plate's key. Nothing is asked where there is none. */
    private List<Match> unsuppressed(
            List<HotListEntry> entries, Candidate candidate, PlateText reading, EffectivePolicy policy, Instant now) {
        var found = matches(entries, candidate, reading, policy, now);
        if (!found.isEmpty()) {
            var live = suppressions.current().stream()
                    .filter(suppression -> suppression.isLive(now))
                    .toList();
            found.removeIf(match -> live.stream()
                    .anyMatch(suppression -> suppression.silences(match.entry(), candidate.plate(), reading.state())));
        }
        return found;
    }

    private static List<Match> matches(
            List<HotListEntry> entries, Candidate candidate, PlateText reading, EffectivePolicy policy, Instant now) {
        var alternate = !candidate.equals(reading.best());
        var matches = new ArrayList<Match>();
        for (var entry : entries) {
            if (alerts(entry, policy, now)) {
                Match.compare(candidate.plate(), reading.state(), entry)
                        .ifPresent(type -> matches.add(new Match(entry, candidate.plate(), type, alternate)));
            }
        }
        return matches;
    }

    private List<Match> described(VehicleDescription seen, Candidate best, EffectivePolicy policy, Instant now) {
        return openEntries.current().stream()
                .filter(entry -> entry.target() instanceof Target.AnyPlate)
                .filter(entry -> entry.vehicle().agreesWith(seen))
                .filter(entry -> alerts(entry, policy, now))
                .map(entry -> new Match(entry, best.plate(), MatchType.DESCRIPTION, false))
                .toList();
    }

    /** A city that takes outside lists no more is alerted to none of their entries at once, whatever is stored. */
    private static boolean isTaken(HotListEntry entry, EffectivePolicy policy) {
        return entry.isCustom() || policy.alerting().outsideLists();
    }

    private static boolean alerts(HotListEntry entry, EffectivePolicy policy, Instant now) {
        return isTaken(entry, policy)
                && entry.isWithin(policy.longestListEntry(), now)
                && entry.alertsAt(now, entry.createdAt().plus(policy.bounds().unapprovedEntryLife()));
    }
}
