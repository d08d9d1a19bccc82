package passby.operator.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static passby.core.policy.RecognizerOrder.CONTAINER_ONLY;
import static passby.core.policy.RecognizerOrder.REKOGNITION_FIRST;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.api.Functions;

final class SimulationTest {
    private static String report(Scenario scenario) {
        return ScaleText.of(Functions.ALL, scenario, Simulation.run(scenario));
    }

    @Test
    void theSameSeedTellsTheSameDayAndAnotherSeedAnother() {
        var first = report(Cities.day(100, CONTAINER_ONLY, 7));

        assertThat(report(Cities.day(100, CONTAINER_ONLY, 7))).isEqualTo(first);
        assertThat(report(Cities.day(100, CONTAINER_ONLY, 8))).isNotEqualTo(first);
    }

    @Test
    void aDayHasAsManyReadsAsItsCamerasMake() {
        var outcome = Simulation.run(Cities.day(1_000, CONTAINER_ONLY, 1));

        // Three million, give or take five of its deviations.
        assertThat(outcome.captured()).isCloseTo(3_000_000, within(5 * Math.sqrt(3_000_000)));
        assertThat(outcome.busiestMinute()).isCloseTo(174, within(15.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 100_000})
    void theBalanceClosesAtEverySize(int cameras) {
        assertThat(Simulation.run(Cities.day(cameras, CONTAINER_ONLY, 1)).isBalanced())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theBalanceClosesUnderEveryFault(Fault fault) {
        var outcome = Simulation.run(Cities.day(1_000, REKOGNITION_FIRST, 1, fault));

        assertThat(outcome.isBalanced()).isTrue();
        assertThat(outcome.waiting()).isLessThan(100);
    }

    @Test
    void anOpenBalanceIsSeen() {
        var whole = Simulation.run(Cities.day(10, CONTAINER_ONLY, 1));
        var withOneMore = new Outcome(
                whole.captured() + 1,
                whole.stored(),
                whole.dead(),
                whole.waiting(),
                whole.refused(),
                whole.throttled(),
                whole.refusedByRekognition(),
                whole.latencies(),
                whole.texts(),
                whole.minutes(),
                whole.longestPurge());

        assertThat(withOneMore.isBalanced()).isFalse();
    }

    @Test
    void aThousandCamerasWaitForNothingAndAHundredThousandForHours() {
        var thousand = Simulation.run(Cities.day(1_000, CONTAINER_ONLY, 1));
        var hundredThousand = Simulation.run(Cities.day(100_000, CONTAINER_ONLY, 1));

        assertThat(thousand.latencies().within(0.99)).isLessThan(4);
        assertThat(hundredThousand.latencies().within(0.5)).isGreaterThan(3_600);
    }

    @Test
    void cellsGiveAHundredThousandCamerasTheDayOfASmallCity() {
        var scenario = new Scenario(Cities.workload(100_000, CONTAINER_ONLY), 24, 14, Set.of(), 1);

        var outcome = Simulation.run(scenario);

        assertThat(outcome.latencies().within(0.5)).isLessThan(2);
        assertThat(outcome.latencies().beyond(60)).isZero();
        assertThat(Cells.needed(scenario)).isEqualTo(14);
    }

    @Test
    void rekognitionBeyondItsRateIsReadByTheContainer() {
        var outcome = Simulation.run(Cities.day(1_000, REKOGNITION_FIRST, 1));

        assertThat(outcome.refusedByRekognition()).isGreaterThan(100_000);
        assertThat(outcome.dead()).isZero();
    }

    @Test
    void halfAnHourWithoutAnyEngineEndsInDeadLettersForARedrive() {
        var outcome = Simulation.run(Cities.day(1_000, CONTAINER_ONLY, 1, Fault.RECOGNIZER_DOWN));

        assertThat(outcome.dead()).isPositive();
        assertThat(outcome.captured() - outcome.stored()).isCloseTo(outcome.dead() + outcome.waiting(), within(0.1));
    }

    @Test
    void camerasThatWereCutOffSendWhatTheyKept() {
        var outcome = Simulation.run(Cities.day(1_000, CONTAINER_ONLY, 1, Fault.CAMERAS_CUT_OFF));

        assertThat(outcome.latencies().within(0.999)).isGreaterThan(1_000);
        assertThat(outcome.dead()).isZero();
    }
}
