package passby.operator.cost;

import java.util.Formatter;
import java.util.Locale;

/** A bill, and what it takes of AWS, for people. */
final class BillText {
    private BillText() {}

    static String of(Bill bill) {
        try (var text = new Formatter(Locale.ROOT)) {
            tellWorkload(text, bill.workload());
            tellBill(text, bill);
            tellCapacity(text, bill.workload());
            tellAssumptions(text);
            return text.toString();
        }
    }

    private static void tellWorkload(Formatter text, Workload workload) {
        text.format(
                "%,d cameras with %,d reads a day each, %s, reads kept %s, hits %s: %,.0f reads a month\n",
                workload.cameras(),
                workload.readsPerDay(),
                workload.order().code(),
                workload.nonHitRetention().code(),
                workload.hitRetention().code(),
                workload.readsAMonth());
        text.format(
                "%,.0f frames in a call of a camera, %,.0f text messages for a pushed hit\n",
                workload.habits().framesPerCall(), workload.habits().textsPerHit());
        text.format("List prices of %s, %s, in dollars, no free tier, no taxes\n\n", Prices.REGION, Prices.AS_OF);
    }

    private static void tellBill(Formatter text, Bill bill) {
        bill.byService().forEach((service, dollars) -> text.format("%-30s %,14.2f\n", service.label(), dollars));
        text.format("%-30s %,14.2f\n", "A month", bill.total());
        text.format("%-30s %,14.2f\n", "A month and camera", bill.perCamera());
        text.format("%-30s %,14.4f\n\n", "A thousand reads", bill.perThousandReads());
    }

    private static void tellCapacity(Formatter text, Workload workload) {
        text.format("%-30s %14s %14s\n", "Capacity at the peak", "needed", "kept or quota");
        for (var need : CapacityNeed.of(workload)) {
            text.format("%-30s %,14.1f", need.what(), need.needed());
            if (!Double.isInfinite(need.bound())) {
                text.format(" %,14.0f%s", need.bound(), need.isWithinBound() ? "" : "  beyond it");
            }
            text.format("\n");
        }
    }

    private static void tellAssumptions(Formatter text) {
        text.format("\nAssumed:\n");
        for (var assumption : Assumption.values()) {
            text.format("%7s %s\n", number(assumption.value()), assumption.sentence());
        }
        text.format("Seconds of a run:\n");
        for (var measured : Measured.values()) {
            text.format("%7s %s\n", number(measured.seconds()), measured.source());
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
