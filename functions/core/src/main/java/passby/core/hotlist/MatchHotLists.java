package passby.core.hotlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import passby.core.plate.Candidate;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.PlateReading;

/** Looks a reading up in every hot list: its best candidate and at most three alternates, one query for each key. */
public final class MatchHotLists {
    private static final int MAX_ALTERNATES = 3;

    private final HotLists hotLists;
    private final Supplier<CityKey> cityKey;

    public MatchHotLists(HotLists hotLists, Supplier<CityKey> cityKey) {
        this.hotLists = hotLists;
        this.cityKey = cityKey;
    }

    /** Matches under each key that has any, the strongest first. The reading's own key comes first where it matches. */
    public Map<PlateKey, List<Match>> handle(PlateReading reading, EffectivePolicy policy, Instant now) {
        var matches = new LinkedHashMap<PlateKey, List<Match>>();
        var seen = new HashSet<PlateKey>();
        for (var candidate :
                reading.candidates().stream().limit(1 + MAX_ALTERNATES).toList()) {
            var key = cityKey.get().plateKey(candidate.plate());
            if (seen.add(key)) {
                var found = matches(key, candidate, reading, policy, now);
                if (!found.isEmpty()) {
                    matches.put(key, found);
                }
            }
        }
        return matches;
    }

    private List<Match> matches(
            PlateKey key, Candidate candidate, PlateReading reading, EffectivePolicy policy, Instant now) {
        var alternate = !candidate.equals(reading.best());
        var matches = new ArrayList<Match>();
        for (var entry : hotLists.byPlate(key)) {
            if (entry.alertsAt(now, entry.createdAt().plus(policy.bounds().unapprovedEntryLife()))) {
                Match.compare(candidate.plate(), reading.state(), entry)
                        .ifPresent(type -> matches.add(new Match(entry, candidate.plate(), type, alternate)));
            }
        }
        matches.sort(Comparator.comparing(Match::type));
        return matches;
    }
}
