package passby.core.conduct;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.core.conduct.Signal.Kind;

/** Rules about accounts, and about those who approve. */
final class AccountRules {
    private static final Duration WITHIN = Duration.ofDays(30);
    private static final int DENIED = 3;

    /** Each has approved the other so often. */
    private static final int RECIPROCAL = 3;

    /** Somebody who goes from the desk to the car uses two devices, but does not come back at once. */
    private static final Duration THERE_AND_BACK = Duration.ofMinutes(10);

    private static final int DAYS_OF_TWO_DEVICES = 3;

    /** So many of 24 hours nobody works. */
    private static final int HOURS_AWAKE = 18;

    private AccountRules() {}

    static Stream<Signal> denied(Conduct conduct, Instant now) {
        var attempts = Conduct.byTarget(conduct.since(now.minus(WITHIN)).stream()
                .filter(act -> act.kind() == Act.Kind.DENIED)
                .toList());
        return attempts.values().stream()
                .filter(acts -> acts.size() >= DENIED)
                .map(acts -> Signal.of(Kind.DENIED_ATTEMPTS, "", acts.size(), acts));
    }

    /** Two friends who let each other pass. */
    static Stream<Signal> reciprocal(Conduct conduct) {
        var approved = counterparts(conduct, Act.Kind.DECISION, Act.Kind.REQUEST);
        var approvedBy = counterparts(conduct, Act.Kind.REQUEST, Act.Kind.DECISION);
        return approved.entrySet().stream()
                .filter(friend -> friend.getValue().size() >= RECIPROCAL
                        && approvedBy.getOrDefault(friend.getKey(), List.of()).size() >= RECIPROCAL)
                .map(friend -> Signal.of(
                        Kind.RECIPROCAL_APPROVAL,
                        friend.getKey(),
                        Math.min(
                                friend.getValue().size(),
                                approvedBy
                                        .getOrDefault(friend.getKey(), List.of())
                                        .size()),
                        friend.getValue()));
    }

    /** The person's acts of one kind, by who did the other half of the same request. */
    private static Map<String, List<Act>> counterparts(Conduct conduct, Act.Kind own, Act.Kind theirs) {
        var byPerson = new LinkedHashMap<String, List<Act>>();
        for (var act : conduct.acts()) {
            if (act.kind() == own && !act.refused()) {
                conduct.others(act.target()).stream()
                        .filter(other -> other.kind() == theirs && !other.refused())
                        .map(Act::person)
                        .distinct()
                        .forEach(other -> byPerson.computeIfAbsent(other, _ -> new ArrayList<>())
                                .add(act));
            }
        }
        return byPerson;
    }

    static Stream<Signal> shared(Conduct conduct, Instant now) {
        var acts = conduct.since(now.minus(WITHIN));
        var together = twoDevices(acts);
        var sleepless = sleepless(acts);
        if (Conduct.days(together) >= DAYS_OF_TWO_DEVICES) {
            return Stream.of(Signal.of(Kind.SHARED_ACCOUNT, "", (int) Conduct.days(together), together));
        }
        return sleepless.isEmpty()
                ? Stream.empty()
                : Stream.of(Signal.of(Kind.SHARED_ACCOUNT, "", (int) Conduct.days(sleepless), sleepless));
    }

    /** Acts that came from another device between two of one device. */
    private static List<Act> twoDevices(List<Act> acts) {
        var together = new ArrayList<Act>();
        for (var i = 1; i + 1 < acts.size(); i++) {
            var before = acts.get(i - 1);
            var act = acts.get(i);
            var after = acts.get(i + 1);
            if (!act.device().equals(before.device())
                    && before.device().equals(after.device())
                    && !act.device().isEmpty()
                    && !before.device().isEmpty()
                    && !before.at().plus(THERE_AND_BACK).isBefore(after.at())) {
                together.add(act);
            }
        }
        return together;
    }

    /** Acts of hours that never end. */
    private static List<Act> sleepless(List<Act> acts) {
        var hours = new ArrayList<>(acts.stream()
                .collect(groupingBy(
                        act -> act.at().truncatedTo(ChronoUnit.HOURS), LinkedHashMap::new, Collectors.toList()))
                .entrySet());
        for (var i = HOURS_AWAKE - 1; i < hours.size(); i++) {
            var first = hours.get(i - HOURS_AWAKE + 1);
            if (Duration.between(first.getKey(), hours.get(i).getKey()).compareTo(Duration.ofDays(1)) < 0) {
                return hours.subList(i - HOURS_AWAKE + 1, i + 1).stream()
                        .flatMap(hour -> hour.getValue().stream())
                        .toList();
            }
        }
        return List.of();
    }
}
