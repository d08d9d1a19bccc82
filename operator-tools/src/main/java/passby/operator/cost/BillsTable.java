package passby.operator.cost;

import java.util.List;
import java.util.Locale;
import passby.aws.api.FunctionSpec;
import passby.core.policy.RecognizerOrder;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;

/** The table of docs/cost.md: cities of three sizes under each order. */
final class BillsTable {
    static final List<Integer> CAMERAS = List.of(10, 100, 1000);
    static final int READS_PER_DAY = 3000;

    private BillsTable() {}

    /** @param functions of the city */
    static String markdown(List<FunctionSpec> functions) {
        var text = new StringBuilder(
                "| cameras | order | a month | a camera | 1,000 reads | largest items |\n|---|---|---|---|---|---|\n");
        for (var cameras : CAMERAS) {
            for (var order : RecognizerOrder.values()) {
                text.append(row(Bill.of(
                        functions,
                        new Workload(cameras, READS_PER_DAY, order, NonHitRetention.DAYS_7, HitRetention.DAYS_365))));
            }
        }
        return text.toString();
    }

    private static String row(Bill bill) {
        var largest = bill.byService().entrySet().stream()
                .sorted((one, other) -> Double.compare(other.getValue(), one.getValue()))
                .limit(3)
                .map(entry ->
                        String.format(Locale.ROOT, "%s $%,.0f", entry.getKey().label(), entry.getValue()))
                .toList();
        return String.format(
                Locale.ROOT,
                "| %,d | %s | $%,.0f | $%,.2f | $%.3f | %s |%n",
                bill.workload().cameras(),
                bill.workload().order().code(),
                bill.total(),
                bill.perCamera(),
                bill.perThousandReads(),
                String.join(", ", largest));
    }
}
