package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.core.purge.PurgeDue;

/**
 * A month of a city. Each run takes a new seed and prints it; {@code -Dpassby.seed=…} repeats one, {@code -Dpassby.days=…} and
 * {@code -Dpassby.runs=…} make it longer ({@code scripts/bench retention-sim}).
 */
final class RetentionSimulationTest {
    @Test
    void noReadIsAnsweredAfterItsInstantOrPurgedEarlyOrLateAndTheBalanceClosesEachDay() {
        var runs = Integer.getInteger("passby.runs", 1);
        for (var run = 0; run < runs; run++) {
            var seed = Long.getLong("passby.seed", new SecureRandom().nextInt());

            var summary = simulate(seed);

            assertThat(summary.frames()).isPositive();
            assertThat(summary.crashes()).isPositive();
            assertThat(summary.purged()).isGreaterThan(summary.frames());
            assertThat(summary.earliest()).isLessThanOrEqualTo(PurgeDue.EARLY);
            assertThat(summary.latestWhileRunning()).isLessThan(Duration.ofMinutes(1));
            assertThat(summary.balances()).isGreaterThanOrEqualTo(summary.days());
        }
    }

    private static RetentionSimulation.Summary simulate(long seed) {
        System.out.println("retention simulation with seed " + seed);
        var summary = new RetentionSimulation(seed, Integer.getInteger("passby.days", 31), 0.03).run();
        System.out.println(summary);
        return summary;
    }
}
