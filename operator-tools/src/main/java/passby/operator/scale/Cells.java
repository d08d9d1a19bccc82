package passby.operator.scale;

import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.operator.cost.Bill;

/**
 * A city in several deployments, each in an account of its own (decision 0290): how many it needs, and what they cost.
 *
 * @param count of deployments
 * @param dollars a month of all of them together, without the discount that one payer for all accounts has
 */
record Cells(int count, double dollars) {
    private static final int MOST = 4_096;

    /** So many that no limit of AWS is passed, should AWS be asked for nothing. */
    static int needed(Scenario scenario) {
        var count = 1;
        while (count < MOST && count < scenario.workload().cameras() && !fits(scenario, count)) {
            count++;
        }
        return count;
    }

    static Cells of(List<FunctionSpec> functions, Scenario scenario) {
        var each = Bill.of(functions, scenario.ofOneCell()).total();
        return new Cells(scenario.cells(), each * scenario.cells());
    }

    private static boolean fits(Scenario scenario, int count) {
        var one = new Scenario(scenario.workload(), scenario.hours(), count, scenario.faults(), scenario.seed());
        return Load.of(one.ofOneCell()).stream().filter(Load::published).allMatch(load -> load.share() <= 1);
    }
}
