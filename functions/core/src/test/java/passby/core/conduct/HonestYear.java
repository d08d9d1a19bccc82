package passby.core.conduct;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import passby.core.conduct.Act.Kind;
import passby.core.conduct.ConductReview.Finding;

/**
 * A year of 50 officers, none of whom misuses anything, by these parameters.
 *
 * <ul>
 *   <li>Four shifts of ten hours a week, by day, evening or night; each is worked two hours longer one time in ten. The Program
 *       Manager entered the hours of nine officers in ten. One shift in forty is swapped to another time of the day; of four swaps
 *       the Program Manager enters three.
 *   <li>Three searches a shift (Poisson), each of a plate of its own; one in five is searched again on one of the next shifts, one in
 *       twenty a third time, one in a hundred a fourth. A camera search every third shift, of one of the five cameras of the beat.
 *   <li>Fifty long cases a year: one officer searches one plate thirty times within thirty days. In nine of ten a partner, or whoever
 *       took the report, searched it for the same case before; one in ten is worked alone.
 *   <li>Six major cases a year: for five days everybody on duty searches one plate one to three times a shift.
 *   <li>One search in twenty is refused as vague and written again; one in ten thousand is refused wrongly as prohibited.
 *   <li>One search in a hundred is made from the desk between two from the telephone.
 *   <li>Each review is answered within three days, with no misuse found.
 * </ul>
 */
final class HonestYear {
    static final int OFFICERS = 50;

    private static final int SHIFTS = 4;
    private static final int DAYS_OF_A_LONG_CASE = 7;
    private static final int DAYS_OF_A_MAJOR_CASE = 55;
    private static final Duration ANSWERED_WITHIN = Duration.ofDays(3);

    private final WatchedCity city = new WatchedCity();
    private final JudgeConduct judge = city.judge();
    private final Random random;
    private final TreeMap<Instant, List<Act>> planned = new TreeMap<>();
    private final Map<String, String> people = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<List<Instant>> shifts = new ArrayList<>();
    private final Instant start = ADay.MIDNIGHT;
    private final int days;
    private int entries;

    /** @param days of the year that are played */
    HonestYear(long seed, int days) {
        this.days = days;
        this.random = new Random(seed);
        for (var officer = 0; officer < OFFICERS; officer++) {
            people.put(city.keys.person(personId(officer)), personId(officer));
            keys.add(city.keys.person(personId(officer)));
            shifts.add(roster(officer));
        }
        for (var officer = 0; officer < OFFICERS; officer++) {
            work(officer);
        }
        for (var number = 0; number < days / DAYS_OF_A_LONG_CASE; number++) {
            longCase(number);
        }
        for (var number = 0; number < days / DAYS_OF_A_MAJOR_CASE; number++) {
            majorCase(number);
        }
    }

    static String personId(int officer) {
        return "officer-" + officer;
    }

    /** Plans something else, such as misuse, among the honest work. */
    void plan(int officer, Instant at, String target, String caseKey) {
        plan(Kind.SEARCH, officer, at, target, caseKey, "phone", false, false);
    }

    /** When that officer's shifts begin, in order. */
    List<Instant> shifts(int officer) {
        return shifts.get(officer);
    }

    void run() {
        for (var hour = start;
                hour.isBefore(start.plus(Duration.ofDays(days)));
                hour = hour.plus(Duration.ofHours(1))) {
            var end = hour.plus(Duration.ofHours(1));
            var acts = planned.subMap(hour, end).values().stream()
                    .flatMap(List::stream)
                    .toList();
            city.acts.put(acts);
            city.set(end);
            answer(end);
            for (var person : acts.stream().map(Act::person).collect(Collectors.toCollection(TreeSet::new))) {
                judge.handle(Objects.requireNonNull(people.get(person)), end);
            }
        }
    }

    /** Of everybody but that officer, by what was asked first. */
    Map<Signal.Kind, Integer> reviewsBut(int officer) {
        var reviews = new EnumMap<Signal.Kind, Integer>(Signal.Kind.class);
        city.reviews.all().stream()
                .filter(review -> !review.personId().equals(personId(officer)))
                .forEach(review -> reviews.merge(review.signals().getFirst().kind(), 1, Integer::sum));
        return reviews;
    }

    /** Everything that was asked about that officer, the earliest first. */
    List<Signal> signals(int officer) {
        return city.reviewsOf(personId(officer)).stream()
                .sorted(Comparator.comparing(ConductReview::openedAt))
                .flatMap(review -> review.signals().stream())
                .toList();
    }

    private void answer(Instant now) {
        city.reviews.all().stream()
                .filter(review -> review.isOpen()
                        && !review.openedAt().plus(ANSWERED_WITHIN).isAfter(now))
                .forEach(review -> city.reviews.put(review.closed(new Finding(
                        ConductReview.FindingClass.NO_MISUSE, "Asked, and heard why.", "auditor-quist", now))));
    }

    private List<Instant> roster(int officer) {
        var hour = List.of(7, 15, 21).get(officer % 3);
        var first = random.nextInt(7);
        var worked = new ArrayList<Instant>();
        var swaps = new ArrayList<DutyHours.Extra>();
        for (var day = 0; day < days; day++) {
            var date = start.plus(Duration.ofDays(day));
            if (Math.floorMod(date.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() - 1 - first, 7) >= SHIFTS) {
                continue;
            }
            var from = date.plus(Duration.ofHours(hour));
            if (random.nextInt(40) == 0) {
                from = date.plus(Duration.ofHours((hour + 10) % 24));
                if (random.nextInt(4) > 0) {
                    swaps.add(new DutyHours.Extra(from, from.plus(Duration.ofHours(10))));
                }
            }
            worked.add(from);
        }
        if (officer % 10 != 9) {
            var weekly = new ArrayList<DutyHours.Shift>();
            for (var day = 0; day < SHIFTS; day++) {
                weekly.add(new DutyHours.Shift(
                        DayOfWeek.of((first + day) % 7 + 1), LocalTime.of(hour, 0), Duration.ofHours(10)));
            }
            var until = start.plus(Duration.ofDays(days + 1));
            city.duties.put(new DutyHours(personId(officer), ZoneOffset.UTC, weekly, swaps, until));
        }
        return worked;
    }

    private void work(int officer) {
        var worked = shifts.get(officer);
        for (var shift = 0; shift < worked.size(); shift++) {
            var count = poisson(3);
            for (var i = 0; i < count; i++) {
                var target = "plate-" + officer + "-" + shift + "-" + i;
                var caseKey = "case-" + target;
                var times = 1
                        + (random.nextInt(5) == 0 ? 1 : 0)
                        + (random.nextInt(20) == 0 ? 1 : 0)
                        + (random.nextInt(100) == 0 ? 1 : 0);
                for (var time = 0; time < times; time++) {
                    search(officer, within(worked, Math.min(shift + 2 * time, worked.size() - 1)), target, caseKey);
                }
            }
            if (random.nextInt(3) == 0) {
                var cameras = "cameras-" + officer % 3 + "-" + random.nextInt(5);
                plan(
                        Kind.CAMERA_SEARCH,
                        officer,
                        within(worked, shift),
                        cameras,
                        "case-" + shift,
                        "phone",
                        false,
                        false);
            }
        }
    }

    private void search(int officer, Instant at, String target, String caseKey) {
        if (random.nextInt(20) == 0) {
            plan(Kind.SEARCH, officer, at.minusSeconds(60), target, caseKey, "phone", true, false);
        }
        if (random.nextInt(10_000) == 0) {
            plan(Kind.SEARCH, officer, at.minusSeconds(60), target, caseKey, "phone", true, true);
        }
        plan(Kind.SEARCH, officer, at, target, caseKey, random.nextInt(100) == 0 ? "desk" : "phone", false, false);
    }

    private void longCase(int number) {
        var lead = random.nextInt(OFFICERS);
        var worked = shifts.get(lead);
        var first = random.nextInt(worked.size() - 20);
        var target = "long-" + number;
        if (random.nextInt(10) > 0) {
            var partner = (lead + 1 + random.nextInt(OFFICERS - 1)) % OFFICERS;
            var before = shifts.get(partner).stream()
                    .filter(at -> at.isBefore(worked.get(first)))
                    .max(Comparator.naturalOrder())
                    .orElse(worked.get(first));
            plan(partner, before.plus(Duration.ofHours(1)), target, target);
        }
        for (var time = 0; time < 30; time++) {
            plan(lead, within(worked, first + time * 17 / 30), target, target);
        }
    }

    private void majorCase(int number) {
        var from = start.plus(Duration.ofDays(20L + (long) DAYS_OF_A_MAJOR_CASE * number));
        for (var officer = 0; officer < OFFICERS; officer++) {
            for (var shift : shifts.get(officer)) {
                if (!shift.isBefore(from) && shift.isBefore(from.plus(Duration.ofDays(5)))) {
                    for (var time = 0; time <= random.nextInt(3); time++) {
                        plan(officer, shift.plus(minutes(600)), "major-" + number, "major-" + number);
                    }
                }
            }
        }
    }

    /** Some moment of that shift, which is two hours longer one time in ten. */
    private Instant within(List<Instant> worked, int shift) {
        return worked.get(shift).plus(minutes(random.nextInt(10) == 0 ? 720 : 600));
    }

    private Duration minutes(int most) {
        return Duration.ofMinutes(random.nextInt(most));
    }

    private int poisson(double mean) {
        var limit = Math.exp(-mean);
        var count = 0;
        for (var p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private void plan(
            Kind kind,
            int officer,
            Instant at,
            String target,
            String caseKey,
            String device,
            boolean refused,
            boolean prohibited) {
        var act = new Act(
                "entry" + entries++,
                at.truncatedTo(ChronoUnit.MILLIS),
                kind,
                keys.get(officer),
                target,
                caseKey,
                device,
                refused,
                prohibited);
        planned.computeIfAbsent(act.at(), _ -> new ArrayList<>()).add(act);
    }
}
