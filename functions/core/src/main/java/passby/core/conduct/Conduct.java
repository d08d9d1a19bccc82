package passby.core.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one person did within the window, with everything that it is compared with. */
final class Conduct {
    /** The same plate asked for again within it is one matter: pages, pictures, a typing error. */
    private static final Duration SAME_MATTER = Duration.ofMinutes(10);

    /** Silence that ends a session: short enough to tell who searches at two and is on duty at nine. */
    private static final Duration SILENCE = Duration.ofHours(4);

    private final String person;
    private final List<Act> acts;
    private final Function<String, List<Act>> about;
    private final Map<String, List<Act>> looked = new HashMap<>();
    private final @Nullable DutyHours dutyHours;
    private final Set<String> ownPlates;
    private final Set<String> decoys;

    /**
     * @param acts of the window, the earliest first
     * @param about everybody's acts of the window by their target
     * @param dutyHours null where nobody entered any
     * @param ownPlates keys of plates that the person registered
     * @param decoys keys of plates that no vehicle has
     */
    Conduct(
            String person,
            List<Act> acts,
            Function<String, List<Act>> about,
            @Nullable DutyHours dutyHours,
            Set<String> ownPlates,
            Set<String> decoys) {
        this.person = person;
        this.acts = List.copyOf(acts);
        this.about = about;
        this.dutyHours = dutyHours;
        this.ownPlates = Set.copyOf(ownPlates);
        this.decoys = Set.copyOf(decoys);
    }

    String person() {
        return person;
    }

    List<Act> acts() {
        return acts;
    }

    List<Act> since(Instant instant) {
        return acts.stream().filter(act -> !act.at().isBefore(instant)).toList();
    }

    boolean isOwn(Act act) {
        return ownPlates.contains(act.target());
    }

    boolean isDecoy(Act act) {
        return decoys.contains(act.target());
    }

    /** Acts of seeking, and the hits of entries that the person made: an alert of one's own is a search that nobody sees. */
    List<Act> sought() {
        var listed = acts.stream()
                .filter(act -> act.kind() == Act.Kind.LIST_ENTRY)
                .map(Act::target)
                .toList();
        return acts.stream()
                .filter(act -> act.seeks() || (act.kind() == Act.Kind.HIT_VIEW && listed.contains(act.target())))
                .toList();
    }

    /** Acts by their targets; what belongs to one matter counts once, with its first act. */
    static Map<String, List<Act>> byTarget(List<Act> sought) {
        var byTarget = new LinkedHashMap<String, List<Act>>();
        for (var act : sought) {
            var before = byTarget.computeIfAbsent(act.target(), _ -> new ArrayList<>());
            if (before.isEmpty() || before.getLast().at().plus(SAME_MATTER).isBefore(act.at())) {
                before.add(act);
            }
        }
        return byTarget;
    }

    /** On how many days of UTC. */
    static long days(List<Act> acts) {
        return acts.stream()
                .map(act -> act.at().truncatedTo(ChronoUnit.DAYS))
                .distinct()
                .count();
    }

    List<Act> unexplained(List<Act> sought) {
        return sought.stream().filter(act -> !isExplained(act)).toList();
    }

    /** Whether somebody else sought the same for the same case: then a second person knows why. */
    boolean isExplained(Act act) {
        return !act.caseKey().isEmpty()
                && others(act.target()).stream()
                        .anyMatch(other -> other.seeks() && other.caseKey().equals(act.caseKey()));
    }

    List<Act> others(String target) {
        return looked.computeIfAbsent(target, about).stream()
                .filter(act -> !act.person().equals(person))
                .toList();
    }

    /** Empty where nobody entered the person's hours, or where they ran out. */
    boolean knowsHours(Instant at) {
        return dutyHours != null && at.isBefore(dutyHours.until());
    }

    boolean isOnDuty(Instant at) {
        return dutyHours != null && dutyHours.covers(at);
    }

    /** Acts with no silence between them. */
    static List<List<Act>> sessions(List<Act> sought) {
        var sessions = new ArrayList<List<Act>>();
        var last = Instant.MIN;
        for (var act : sought) {
            if (sessions.isEmpty() || !act.at().isBefore(last.plus(SILENCE))) {
                sessions.add(new ArrayList<>());
            }
            sessions.getLast().add(act);
            last = act.at();
        }
        return sessions;
    }
}
