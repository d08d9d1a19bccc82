package passby.operator.cost;

import java.util.List;
import passby.aws.api.Functions;

/** {@code scripts/cost}: what a city pays AWS in a month, and whether AWS lets it grow so far. */
public final class Cost {
    private static final int WRONG_USAGE = 2;

    private Cost() {}

    public static void main(String[] arguments) {
        switch (CostOptions.parse(List.of(arguments))) {
            case CostOptions.OneBill(var workload, var csv) -> {
                var bill = Bill.of(Functions.ALL, workload);
                System.out.print(csv ? BillCsv.of(bill) : BillText.of(bill));
            }
            case CostOptions.Table() -> System.out.print(BillsTable.markdown(Functions.ALL));
            case CostOptions.Wrong(var problems) -> {
                problems.forEach(System.err::println);
                System.exit(WRONG_USAGE);
            }
        }
    }
}
