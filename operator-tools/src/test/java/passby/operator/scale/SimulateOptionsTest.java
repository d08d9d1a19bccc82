package passby.operator.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.policy.RecognizerOrder.REKOGNITION_FIRST;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulateOptionsTest {
    private static List<String> problems(String line) {
        return SimulateOptions.parse(List.of(line.split(" ", -1)), 1) instanceof SimulateOptions.Wrong(var problems)
                ? problems
                : List.of();
    }

    @Test
    void aWholeQuestionIsUnderstood() {
        var line =
                "--cameras 20 --hours 2 --order rekognition-first --cells 4 --seed 9 --faults tables-throttle,messages-double";

        assertThat(SimulateOptions.parse(List.of(line.split(" ", -1)), 1))
                .isEqualTo(new SimulateOptions.Run(
                        new Scenario(
                                Cities.workload(20, REKOGNITION_FIRST),
                                2,
                                4,
                                Set.of(Fault.TABLES_THROTTLE, Fault.MESSAGES_DOUBLE),
                                9),
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--cameras 0",
                "--cameras -1",
                "--cameras 1000001",
                "--cameras",
                "--cameras 10 --hours 169",
                "--cameras 10 --cells 11",
                "--cameras 10 --seed -4",
                "--cameras 10 --order fastest",
                "--cameras 10 --faults earthquake",
                "--cameras 10 --faults tables-throttle,",
                "--cameras 10 --colour red"
            })
    void whatCannotBeSimulatedIsRefused(String line) {
        assertThat(problems(line)).hasSize(1);
    }

    @Test
    void thePlotIsAPictureWithACurveForEachMeasure() {
        var outcome = Simulation.run(Cities.day(10, REKOGNITION_FIRST, 1));

        var svg = SvgPlot.of("ten cameras", outcome.minutes());

        assertThat(svg).startsWith("<svg").endsWith("</svg>\n").doesNotContain("NaN", "<script");
        assertThat(svg.split("<polyline", -1)).hasSize(5);
    }
}
