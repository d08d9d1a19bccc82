package passby.core.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import passby.core.conduct.Signal.Kind;

/** Rules about what is sought. */
final class TargetRules {
    /** A plate that one person seeks for the fifth time, for reasons that nobody else knows of. (product.md, E7) */
    private static final int REPEATED = 5;

    /** Cameras of a beat are looked through again and again. */
    private static final int REPEATED_CAMERAS = 10;

    private static final int DAYS = 2;
    private static final Duration FEW_WITHIN = Duration.ofDays(14);
    private static final Duration REFUSED_WITHIN = Duration.ofDays(7);
    private static final Duration REJECTED_WITHIN = Duration.ofDays(30);

    private TargetRules() {}

    static Stream<Signal> repeated(Conduct conduct) {
        return Conduct.byTarget(conduct.sought()).entrySet().stream()
                .filter(target -> target.getValue().size() >= REPEATED)
                .flatMap(target -> repeated(target.getKey(), conduct.unexplained(target.getValue())).stream());
    }

    private static Optional<Signal> repeated(String target, List<Act> sought) {
        var most = sought.stream().allMatch(act -> act.kind() == Act.Kind.CAMERA_SEARCH) ? REPEATED_CAMERAS : REPEATED;
        return sought.size() >= most && Conduct.days(sought) >= DAYS
                ? Optional.of(Signal.of(Kind.REPEATED_TARGET, target, sought.size(), sought))
                : Optional.empty();
    }

    /** Two plates are half of the work of two weeks: it does not take five searches of one of them to ask why. */
    static Stream<Signal> few(Conduct conduct, Instant now) {
        var sought = conduct.sought().stream()
                .filter(act -> !act.at().isBefore(now.minus(FEW_WITHIN)))
                .toList();
        var byTarget = Conduct.byTarget(sought);
        var all = byTarget.values().stream().mapToInt(List::size).sum();
        var most = byTarget.values().stream()
                .filter(acts -> acts.size() > 1 && acts.getFirst().kind() != Act.Kind.CAMERA_SEARCH)
                .sorted(Comparator.comparingInt(List<Act>::size).reversed())
                .limit(2)
                .toList();
        if (most.size() < 2 || 2 * (most.getFirst().size() + most.getLast().size()) < all) {
            return Stream.empty();
        }
        var both = new ArrayList<>(conduct.unexplained(most.getFirst()));
        both.addAll(conduct.unexplained(most.getLast()));
        both.sort(Comparator.comparing(Act::at));
        return both.size() >= REPEATED && 2 * both.size() >= all && Conduct.days(both) >= DAYS
                ? Stream.of(
                        Signal.of(Kind.FEW_TARGETS, most.getFirst().getFirst().target(), both.size(), both))
                : Stream.empty();
    }

    static Stream<Signal> own(Conduct conduct) {
        return touched(
                Kind.OWN_PLATE, conduct.sought().stream().filter(conduct::isOwn).toList());
    }

    static Stream<Signal> decoys(Conduct conduct) {
        return touched(
                Kind.DECOY, conduct.sought().stream().filter(conduct::isDecoy).toList());
    }

    private static Stream<Signal> touched(Kind kind, List<Act> acts) {
        return Conduct.byTarget(acts).entrySet().stream()
                .map(target ->
                        Signal.of(kind, target.getKey(), target.getValue().size(), target.getValue()));
    }

    /** A refused purpose that comes back in other words, or a plate that the person's own eyes had ruled out. */
    static Stream<Signal> afterRefusal(Conduct conduct) {
        var done = conduct.acts().stream()
                .filter(act -> act.seeks() && !act.refused())
                .toList();
        var again = after(conduct, done, REFUSED_WITHIN, Act::prohibited);
        var rejected = after(conduct, done, REJECTED_WITHIN, act -> act.kind() == Act.Kind.HIT_REJECTED);
        return Stream.concat(
                touched(Kind.AFTER_REFUSAL, again),
                touched(Kind.AFTER_REFUSAL, rejected).filter(signal -> signal.count() > 1));
    }

    private static List<Act> after(Conduct conduct, List<Act> done, Duration within, Predicate<Act> refusal) {
        var refusals = conduct.acts().stream().filter(refusal).toList();
        return done.stream()
                .filter(act -> refusals.stream()
                        .anyMatch(before -> before.target().equals(act.target())
                                && before.at().isBefore(act.at())
                                && !before.at().isBefore(act.at().minus(within))))
                .toList();
    }
}
