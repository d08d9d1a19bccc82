package passby.core.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** {@link Acts} in memory. */
public final class InMemoryActs implements Acts {
    private final Map<String, NavigableMap<String, Act>> byPerson = new HashMap<>();
    private final Map<String, NavigableMap<String, Act>> byTarget = new HashMap<>();

    @Override
    public synchronized void put(List<Act> acts) {
        for (var act : acts) {
            add(byPerson, act.person(), act);
            if (!act.target().isEmpty()) {
                add(byTarget, act.target(), act);
            }
        }
    }

    private static void add(Map<String, NavigableMap<String, Act>> by, String key, Act act) {
        by.computeIfAbsent(key, _ -> new TreeMap<>()).put(place(act.at()) + "#" + act.entryId(), act);
    }

    /** All of the same length, for the years of the tests. */
    private static String place(Instant at) {
        return Long.toString(at.toEpochMilli());
    }

    @Override
    public synchronized List<Act> of(String person, Instant since) {
        return new ArrayList<>(from(byPerson, person, since));
    }

    @Override
    public synchronized List<Act> about(String target, Instant since) {
        return new ArrayList<>(from(byTarget, target, since));
    }

    private static Collection<Act> from(Map<String, NavigableMap<String, Act>> by, String key, Instant since) {
        return by.getOrDefault(key, new TreeMap<>()).tailMap(place(since)).values();
    }
}
