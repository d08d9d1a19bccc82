package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How often the rules ask for nothing, and what they miss, by the parameters of {@link HonestYear}. In each year one officer follows
 * two people for two months, five searches a shift, among honest work and for a case that nobody else works on; another looks up one
 * plate every fourth week, which is below every rule. The normal build plays half a year; {@code -Dpassby.seeds=20 -Dpassby.days=364}
 * is the long form.
 */
final class HonestYearTest {
    private static final int SEEDS = Integer.getInteger("passby.seeds", 1);
    private static final int DAYS = Integer.getInteger("passby.days", 182);

    private final Map<Signal.Kind, Integer> falseReviews = new EnumMap<>(Signal.Kind.class);
    private int mostFalse;
    private int missed;
    private int missedSlow;
    private int latest;

    @Test
    void honestWorkRaisesAtMostOneFalseReviewAWeekAndWhoeverFollowsSomebodyIsFoundAtTheFifthSearchOfAPlate() {
        for (var seed = 1; seed <= SEEDS; seed++) {
            play(seed);
        }

        var weeks = DAYS / 7;
        var all = falseReviews.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "%d times %d days of %d officers: %.2f false reviews a week, at most %.2f; %s; who follows two people: missed %d,"
                        + " asked about at search %d of a plate at the latest; who looks one plate up every fourth week:"
                        + " missed %d%n",
                SEEDS,
                DAYS,
                HonestYear.OFFICERS,
                (double) all / SEEDS / weeks,
                (double) mostFalse / weeks,
                falseReviews,
                missed,
                latest,
                missedSlow);
        assertThat(mostFalse).isLessThanOrEqualTo(weeks);
        assertThat(missed).isZero();
        assertThat(latest).isEqualTo(5);
        assertThat(missedSlow).as("below every rule").isEqualTo(SEEDS);
    }

    private void play(long seed) {
        var year = new HonestYear(seed, DAYS);
        var follower = new Random(seed).nextInt(HonestYear.OFFICERS);
        var slow = (follower + 1) % HonestYear.OFFICERS;
        for (var shift = 40; shift < 75; shift++) {
            for (var time = 0; time < 5; time++) {
                var at = year.shifts(follower).get(shift).plus(Duration.ofMinutes(20 + 100L * time));
                year.plan(follower, at, "ex-" + time % 2, "ex");
            }
        }
        for (var shift = 5; shift < 100; shift += 16) {
            year.plan(slow, year.shifts(slow).get(shift).plus(Duration.ofHours(1)), "ex-slow", "ex");
        }

        year.run();

        missedSlow +=
                year.signals(slow).stream().noneMatch(signal -> signal.about().equals("ex-slow")) ? 1 : 0;
        var raised = year.signals(follower).stream()
                .filter(signal -> signal.about().startsWith("ex-"))
                .findFirst();
        missed += raised.isPresent() ? 0 : 1;
        latest = Math.max(latest, raised.map(Signal::count).orElse(0));
        var honest = year.reviewsBut(follower);
        honest.forEach((kind, count) -> falseReviews.merge(kind, count, Integer::sum));
        mostFalse = Math.max(
                mostFalse, honest.values().stream().mapToInt(Integer::intValue).sum());
    }
}
