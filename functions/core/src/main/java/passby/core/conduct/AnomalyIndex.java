package passby.core.conduct;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How unlike a person's earlier days a day is. The usual hours are the shortest run of hours of the day (UTC) that holds
 * {@link #SHARE} of what the person sought in the window. A day's rate is the number of acts of seeking, each outside the usual
 * hours {@link #PENALTY} times; its scope is the number of different plates and places. The index is the larger of both z-scores
 * against the person's earlier days with any act, where a standard deviation below one counts as one. Below 1.75 it is normal, below 5
 * elevated, below 8 an anomaly, from there on critical. The formula is that of public audits of search logs (outside.md, 5.2).
 */
final class AnomalyIndex {
    static final double SHARE = 0.85;
    static final int PENALTY = 5;
    static final double CRITICAL = 8;

    /** Fewer earlier days say nothing about what is usual. */
    private static final int EARLIER_DAYS = 10;

    private static final int HOURS = 24;

    private final BitSet usual;
    private final List<Day> days;

    /** @param sought acts of seeking of one person, the earliest first */
    AnomalyIndex(List<Act> sought) {
        this.usual = usualHours(sought);
        this.days = sought.stream()
                .collect(groupingBy(act -> act.at().truncatedTo(ChronoUnit.DAYS), TreeMap::new, toList()))
                .values()
                .stream()
                .map(acts -> new Day(acts, rate(acts), scope(acts)))
                .toList();
    }

    private record Day(List<Act> acts, double rate, double scope) {}

    boolean isUsual(Act act) {
        return usual.get(hour(act));
    }

    /** Days whose index is critical, with their acts. */
    List<List<Act>> criticalDays() {
        return IntStream.range(0, days.size())
                .filter(day -> of(day) >= CRITICAL)
                .mapToObj(day -> days.get(day).acts())
                .toList();
    }

    /**
     * 0 for a day that too few days came before.
     *
     * @param day the number of the day among those with any act, from 0
     */
    double of(int day) {
        if (day < EARLIER_DAYS) {
            return 0;
        }
        var before = days.subList(0, day);
        var today = days.get(day);
        return Math.max(zScore(before, today, Day::rate), zScore(before, today, Day::scope));
    }

    private double rate(List<Act> day) {
        return day.stream().mapToInt(act -> isUsual(act) ? 1 : PENALTY).sum();
    }

    private static double scope(List<Act> day) {
        return day.stream().map(Act::target).distinct().count();
    }

    private static double zScore(List<Day> before, Day today, ToDoubleFunction<Day> value) {
        var sum = 0.0;
        var squares = 0.0;
        for (var day : before) {
            sum += value.applyAsDouble(day);
            squares += value.applyAsDouble(day) * value.applyAsDouble(day);
        }
        var mean = sum / before.size();
        var variance = Math.max(0, squares / before.size() - mean * mean);
        return (value.applyAsDouble(today) - mean) / Math.max(1, Math.sqrt(variance));
    }

    private static BitSet usualHours(List<Act> sought) {
        var perHour = new int[HOURS];
        sought.forEach(act -> perHour[hour(act)]++);
        var wanted = SHARE * sought.size();
        for (var length = 1; length < HOURS; length++) {
            for (var from = 0; from < HOURS; from++) {
                if (held(perHour, from, length) >= wanted) {
                    return hours(from, length);
                }
            }
        }
        return hours(0, HOURS);
    }

    private static int held(int[] perHour, int from, int length) {
        var held = 0;
        for (var i = 0; i < length; i++) {
            held += perHour[(from + i) % HOURS];
        }
        return held;
    }

    private static BitSet hours(int from, int length) {
        var hours = new BitSet(HOURS);
        for (var i = 0; i < length; i++) {
            hours.set((from + i) % HOURS);
        }
        return hours;
    }

    private static int hour(Act act) {
        return act.at().atOffset(ZoneOffset.UTC).getHour();
    }
}
