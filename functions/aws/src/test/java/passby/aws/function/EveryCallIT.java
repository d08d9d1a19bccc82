package passby.aws.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.Metric;

/**
 * Starts every function as it is deployed, has it do all that it is for, and compares what it asked of AWS with what its role allows:
 * both ways. Engines on one machine refuse nobody, so that without this a missing permission would first be seen in an account.
 */
final class EveryCallIT {
    static Stream<Named<FunctionSpec>> functions() {
        return Functions.ALL.stream().map(function -> Named.of(function.name(), function));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyCallIsPermittedEveryPermissionIsForACallAndEveryMetricIsMeasured(FunctionSpec function)
            throws IOException {
        var permitted =
                function.permissions().stream().flatMap(CallsMade::of).collect(Collectors.toCollection(TreeSet::new));

        Set<String> needed;
        Set<Metric> measured;
        try (var lines = new MeasuredLines()) {
            needed = CityRuns.needed(function);
            measured = lines.of(function.name());
        }

        assertThat(needed)
                .as("what %s asks of AWS is in its role", function.name())
                .isSubsetOf(permitted);
        var unexplained = new TreeSet<>(permitted);
        unexplained.removeAll(needed);
        unexplained.removeAll(CallsNotSeen.of(function, needed));
        assertThat(unexplained)
                .as("permissions of %s that no call needed, and no row says why", function.name())
                .isEmpty();
        var unmeasured = Stream.of(Metric.values())
                .filter(metric -> function.metrics().contains(metric))
                .filter(metric -> !measured.contains(metric))
                .toList();
        assertThat(unmeasured)
                .as("what an alarm watches of %s is measured by it", function.name())
                .containsExactlyInAnyOrderElementsOf(MetricsNotSeen.of(function));
    }

    @Test
    void noRowSaysWhyOfWhatNobodyMayDo() {
        for (var function : Functions.ALL) {
            assertThat(CallsNotSeen.of(function, Set.of()))
                    .as(function.name())
                    .isSubsetOf(function.permissions().stream()
                            .flatMap(CallsMade::of)
                            .toList());
        }
    }
}
