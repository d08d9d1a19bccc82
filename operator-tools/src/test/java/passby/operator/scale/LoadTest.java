package passby.operator.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static passby.core.policy.RecognizerOrder.CONTAINER_ONLY;
import static passby.core.policy.RecognizerOrder.REKOGNITION_FIRST;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.policy.RecognizerOrder;

final class LoadTest {
    private static Load load(int cameras, RecognizerOrder order, String what) {
        return Load.of(Cities.workload(cameras, order)).stream()
                .filter(load -> load.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aThousandCamerasAskRekognitionForMoreThanItGives() {
        var asked = load(1_000, REKOGNITION_FIRST, "DetectText a second");

        // 1,000 cameras with 3,000 reads are 34.7 a second, 173.6 at the peak, of which an account may send 50.
        assertThat(asked.needed()).isCloseTo(173.6, within(0.1));
        assertThat(asked.camerasThatFit(1_000)).isCloseTo(288, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000})
    void noLimitOfAwsEndsASmallCityWithTheContainer(int cameras) {
        assertThat(Load.of(Cities.workload(cameras, CONTAINER_ONLY)).stream().filter(Load::published))
                .allMatch(load -> load.share() <= 1);
    }

    @Test
    void theTightestStandsFirstAndEachSaysWhatMovesIt() {
        var loads = Load.of(Cities.workload(100_000, CONTAINER_ONLY));

        assertThat(loads).isSortedAccordingTo((one, other) -> Double.compare(other.share(), one.share()));
        assertThat(loads).noneMatch(load -> load.movedBy().isBlank());
        assertThat(loads.getFirst().share()).isGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void everyLimitNamesItsPage(Limit limit) {
        assertThat(limit.value()).isPositive();
        assertThat(limit.source().page())
                .startsWith("https://docs.aws.amazon.com/")
                .endsWith(".html");
    }

    @Test
    void aDayHasAMeanOfOneAndThePeakOfTheBill() {
        var mean = IntStream.range(0, 86_400).mapToDouble(Day::times).average().orElseThrow();
        var peak = IntStream.range(0, 86_400).mapToDouble(Day::times).max().orElseThrow();

        assertThat(mean).isCloseTo(1, within(1e-6));
        assertThat(peak).isCloseTo(5, within(1e-6));
    }

    @Test
    void keysThatMeetOnAPartitionTakeLessThanKeysThatLieApart() {
        var keys = new HotKeys("of a minute", 8, 1, true);

        var apart = keys.taken(new double[] {0.25, 0.25, 0.25, 0.25}, 4_000);
        var met = keys.taken(new double[] {0.5, 0.5, 0, 0}, 4_000);

        assertThat(apart).isEqualTo(4_000);
        assertThat(met).isEqualTo(2_000);
        assertThat(keys.placed(new SplittableRandom(1), 100)).hasSize(4);
    }

    @Test
    void bucketsOfLatencyAreAtMostATwentiethTooHigh() {
        var latencies = new Latencies();
        for (var n = 1; n <= 1_000; n++) {
            latencies.add(n / 100.0, 1);
        }

        assertThat(latencies.within(0.5)).isBetween(5.0, 5.3);
        assertThat(latencies.within(0.99)).isBetween(9.9, 10.4);
        assertThat(latencies.beyond(5)).isCloseTo(0.5, within(0.03));
    }
}
