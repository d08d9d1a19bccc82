package passby.operator.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import passby.aws.api.Functions;

/** {@code scripts/simulate}: a city of any size on a fake clock. */
public final class Simulate {
    private static final int WRONG_USAGE = 2;
    private static final long SEED = 1;

    private Simulate() {}

    /** @throws IOException the plot cannot be written */
    public static void main(String[] arguments) throws IOException {
        switch (SimulateOptions.parse(List.of(arguments), SEED)) {
            case SimulateOptions.Run(var scenario, var plot) -> {
                var outcome = Simulation.run(scenario);
                System.out.print(ScaleText.of(Functions.ALL, scenario, outcome));
                if (plot.isPresent()) {
                    var title = scenario.workload().cameras() + " cameras, seed " + scenario.seed();
                    Files.writeString(plot.get(), SvgPlot.of(title, outcome.minutes()));
                }
            }
            case SimulateOptions.Table() -> System.out.print(SizesTable.markdown(Functions.ALL));
            case SimulateOptions.Wrong(var problems) -> {
                problems.forEach(System.err::println);
                System.exit(WRONG_USAGE);
            }
        }
    }
}
