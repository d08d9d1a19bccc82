package passby.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import passby.core.read.ChaosSimulation;

/** {@code scripts/chaos} runs it with a seed and a number of pictures of its own. */
final class ChaosTest {
    private static final String SEED = System.getProperty("passby.seed", "17");
    private static final String PICTURES = System.getProperty("passby.pictures", "1000");

    @Test
    @Timeout(600)
    void nothingIsLostOrTwiceWhileEverythingGoesWrongAndTheLedgerHolds() {
        var chaos = new ChaosSimulation(Long.parseLong(SEED), Integer.parseInt(PICTURES));

        var summary = chaos.run();

        System.out.print(summary.text());
        assertThat(summary.broken()).isEmpty();
        assertThat(summary.deaths()).isPositive();
        assertThat(summary.refusals()).isPositive();
        var log = new RawLog();
        chaos.entries().forEach(log::add);
        var report = log.sealed().verified();
        System.out.println(report.facts());
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        assertThat(new ChaosSimulation(5, 200).run()).isEqualTo(new ChaosSimulation(5, 200).run());
    }
}
