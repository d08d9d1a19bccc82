package passby.operator.cost;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import passby.aws.api.FunctionSpec;

/**
 * The bill of one month. A tariff's steps run over all of its items together, so the items of one tariff share its cost by
 * their amounts.
 *
 * @param lines in the order in which a read meets them
 */
public record Bill(Workload workload, List<Line> lines) {
    /** @param dollars the item's share of its tariff's cost */
    public record Line(Item item, double dollars) {}

    public Bill {
        lines = List.copyOf(lines);
    }

    /** @param functions of the city */
    public static Bill of(List<FunctionSpec> functions, Workload workload) {
        var items = new ArrayList<Item>();
        items.addAll(ReadItems.of(workload));
        items.addAll(PostedItems.of(workload));
        items.addAll(lambda(functions, workload));
        items.addAll(logs(functions, workload));
        items.addAll(PeopleItems.of(workload));
        items.addAll(ListItems.all());
        items.addAll(FixedCostItems.of(functions));
        var amounts = new LinkedHashMap<Tariff, Double>();
        items.forEach(item -> amounts.merge(item.tariff(), item.amount(), Double::sum));
        return new Bill(
                workload,
                items.stream()
                        .filter(item -> item.amount() > 0)
                        .map(item -> new Line(item, share(item, amounts.getOrDefault(item.tariff(), 0.0))))
                        .toList());
    }

    public double total() {
        return lines.stream().mapToDouble(Line::dollars).sum();
    }

    public double perCamera() {
        return total() / workload.cameras();
    }

    double perThousandReads() {
        return total() * 1000 / workload.readsAMonth();
    }

    /** In the order of {@link AwsService}; a service that costs nothing is left out. */
    public Map<AwsService, Double> byService() {
        var sums = new EnumMap<AwsService, Double>(AwsService.class);
        lines.forEach(line -> sums.merge(line.item().tariff().service(), line.dollars(), Double::sum));
        return sums;
    }

    private static double share(Item item, double amountOfAll) {
        return item.tariff().cost(amountOfAll) * item.amount() / amountOfAll;
    }

    private static List<Item> lambda(List<FunctionSpec> functions, Workload workload) {
        var items = new ArrayList<Item>();
        for (var runs : Invocations.of(functions, workload)) {
            items.add(new Item(Prices.LAMBDA_GB_SECONDS, runs.function(), runs.gigabyteSeconds()));
            items.add(new Item(Prices.LAMBDA_REQUESTS, runs.function(), runs.count()));
        }
        return items;
    }

    private static List<Item> logs(List<FunctionSpec> functions, Workload workload) {
        var runs = Invocations.of(functions, workload).stream()
                .filter(Invocations::logs)
                .mapToDouble(Invocations::count)
                .sum();
        var calls = Invocations.urlCalls(workload) + workload.postedAMonth() + workload.callsOfPeopleAMonth();
        var gigabytes = (runs + calls) * Assumption.LOG_KB_PER_RUN.value() / 1e6;
        return List.of(
                new Item(Prices.LOGS_INGESTED, "logs of functions and API", gigabytes),
                new Item(Prices.LOGS_STORED, "logs that are kept", gigabytes * Assumption.LOGS_KEPT_MONTHS.value()));
    }
}
