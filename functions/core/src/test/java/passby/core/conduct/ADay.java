package passby.core.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passby.core.conduct.Act.Kind;
import passby.core.testing.TestData;

/** What people did, told act by act, and what the rules say to it. Day 0 begins at midnight. */
final class ADay {
    static final Instant MIDNIGHT = TestData.NOW.minus(Duration.ofHours(12));

    private final InMemoryActs acts = new InMemoryActs();
    private int entries;
    private @Nullable DutyHours hours;

    static Instant at(int day, double hour) {
        return MIDNIGHT.plus(Duration.ofDays(day)).plusSeconds(Math.round(hour * 3600));
    }

    ADay onDuty(DutyHours entered) {
        hours = entered;
        return this;
    }

    ADay search(String person, String target, String caseKey, Instant at) {
        return act(Kind.SEARCH, person, target, caseKey, at, Map.of());
    }

    ADay act(Kind kind, String person, String target, String caseKey, Instant at) {
        return act(kind, person, target, caseKey, at, Map.of());
    }

    /** @param more {@code device}, {@code refused}, {@code prohibited} */
    ADay act(Kind kind, String person, String target, String caseKey, Instant at, Map<String, String> more) {
        acts.put(List.of(new Act(
                "entry" + entries++,
                at,
                kind,
                person,
                target,
                caseKey,
                more.getOrDefault("device", "a phone"),
                more.containsKey("refused"),
                more.containsKey("prohibited"))));
        return this;
    }

    List<Signal> signals(String person, Instant now) {
        return signals(person, now, Set.of(), Set.of());
    }

    List<Signal> signals(String person, Instant now, Set<String> own, Set<String> decoys) {
        var since = now.minus(Acts.WINDOW);
        var known = new ArrayList<>(acts.of(person, since));
        known.removeIf(act -> act.at().isAfter(now));
        return ConductRules.judge(
                new Conduct(person, known, target -> acts.about(target, now.minus(Acts.KEPT)), hours, own, decoys),
                now);
    }

    List<Signal.Kind> kinds(String person, Instant now) {
        return signals(person, now).stream().map(Signal::kind).toList();
    }
}
