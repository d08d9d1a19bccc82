package passby.core.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import passby.core.conduct.Signal.Kind;

/** Rules about when is sought. */
final class HoursRules {
    private static final Duration WITHIN = Duration.ofDays(30);

    /** Outside the hours that the Program Manager entered. A forgotten swap is one session. */
    private static final int SESSIONS = 3;

    /** Outside hours that are only what the person does mostly. */
    private static final int SESSIONS_OUTSIDE_USUAL_HOURS = 5;

    /** Fewer acts do not tell which hours are usual. */
    private static final int KNOWN_FROM = 50;

    private static final int CRITICAL_DAYS = 2;

    private HoursRules() {}

    /** Sessions that lie wholly outside the hours, each with something that nobody else knows the reason of. */
    static Stream<Signal> offDuty(Conduct conduct, Instant now) {
        var sought = conduct.sought();
        var known = conduct.knowsHours(now);
        if (!known && sought.size() < KNOWN_FROM) {
            return Stream.empty();
        }
        var index = new AnomalyIndex(sought);
        Predicate<Act> off = act -> known ? !conduct.isOnDuty(act.at()) : !index.isUsual(act);
        var sessions = Conduct.sessions(sought).stream()
                .filter(session -> !session.getLast().at().isBefore(now.minus(WITHIN)))
                .filter(session -> session.stream().allMatch(off))
                .filter(session -> session.stream().anyMatch(act -> !conduct.isExplained(act)))
                .toList();
        return sessions.size() < (known ? SESSIONS : SESSIONS_OUTSIDE_USUAL_HOURS)
                ? Stream.empty()
                : Stream.of(Signal.of(
                        Kind.OFF_DUTY,
                        "",
                        sessions.size(),
                        sessions.stream().flatMap(List::stream).toList()));
    }

    static Stream<Signal> anomaly(Conduct conduct, Instant now) {
        var days = new AnomalyIndex(conduct.sought())
                .criticalDays().stream()
                        .filter(day -> !day.getLast().at().isBefore(now.minus(WITHIN)))
                        .toList();
        return days.size() < CRITICAL_DAYS
                ? Stream.empty()
                : Stream.of(Signal.of(
                        Kind.ANOMALY,
                        "",
                        days.size(),
                        days.stream().flatMap(List::stream).toList()));
    }
}
