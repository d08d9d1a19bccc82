package passby.infra.cost;

import java.util.Locale;

/** A bill, and what it takes of AWS, for people. */
final class BillText {
    private BillText() {}

    static String of(Bill bill) {
        var text = new StringBuilder();
        var workload = bill.workload();
        line(
                text,
                "%,d cameras with %,d reads a day each, %s, reads kept %s, hits %s: %,.0f reads a month",
                workload.cameras(),
                workload.readsPerDay(),
                workload.order().word(),
                workload.nonHitRetention().word(),
                workload.hitRetention().word(),
                workload.readsAMonth());
        line(text, "List prices of %s, %s, in dollars, no free tier, no taxes", Prices.REGION, Prices.AS_OF);
        line(text, "");
        bill.byService().forEach((service, dollars) -> line(text, "%-28s %,14.2f", service.label(), dollars));
        line(text, "%-28s %,14.2f", "A month", bill.total());
        line(text, "%-28s %,14.2f", "A month and camera", bill.perCamera());
        line(text, "%-28s %,14.4f", "A thousand reads", bill.perThousandReads());
        line(text, "");
        line(text, "%-28s %14s %14s", "Capacity at the peak", "needed", "default quota");
        Need.of(workload).forEach(need -> line(text, "%s", row(need)));
        line(text, "");
        line(text, "Assumed:");
        for (var assumption : Assumption.values()) {
            line(text, "%7s %s", number(assumption.value()), assumption.sentence());
        }
        line(text, "Seconds of a run:");
        for (var measured : Measured.values()) {
            line(text, "%7s %s", number(measured.seconds()), measured.source());
        }
        return text.toString();
    }

    private static String row(Need need) {
        var row = format("%-28s %,14.1f", need.what(), need.needed());
        if (Double.isInfinite(need.quota())) {
            return row;
        }
        return row + format(" %,14.0f", need.quota()) + (need.isWithinQuota() ? "" : "  ask AWS for more");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? format("%.0f", value) : Double.toString(value);
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(format(format, arguments)).append('\n');
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
