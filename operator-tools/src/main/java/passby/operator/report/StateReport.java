package passby.operator.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A report, as tables.
 *
 * @param days of the period that the data set has
 * @param complete whether the data set goes on behind the period, so that nothing of it can come any more
 */
record StateReport(StateForm form, Period period, int days, boolean complete, List<Table> tables) {
    private static final String MAXIMUM = "purge_lag_max";

    StateReport {
        tables = List.copyOf(tables);
    }

    /** @param rows the first of which is the head */
    record Table(String title, List<List<String>> rows) {
        Table {
            rows = List.copyOf(rows);
        }
    }

    static StateReport of(StateForm form, Period period, PublishedData data) throws IOException, InterruptedException {
        var all = data.rows("daily.csv");
        var daily = all.stream()
                .filter(row -> period.holds(row.getOrDefault("day", "")))
                .toList();
        var later = all.stream()
                .anyMatch(row ->
                        row.getOrDefault("day", "").compareTo(period.last().toString()) > 0);
        var figures = new ArrayList<List<String>>(List.of(List.of("what", "number")));
        var byHand = new ArrayList<List<String>>(List.of(List.of("to be added by the city")));
        var tables = new ArrayList<Table>();
        for (var item : form.items()) {
            switch (item) {
                case StateForm.Item.Sum sum -> figures.add(List.of(sum.words(), String.valueOf(number(sum, daily))));
                case StateForm.Item.Grouped grouped -> tables.add(grouped(grouped, searches(period, data)));
                case StateForm.Item.Log() -> tables.add(listed("Every search", searches(period, data)));
                case StateForm.Item.Changes() -> tables.add(listed("Every change", changes(period, data)));
                case StateForm.Item.ByHand(var words) -> byHand.add(List.of(words));
            }
        }
        tables.addFirst(new Table("Figures", figures));
        if (byHand.size() > 1) {
            tables.add(new Table("Not in any statistic", byHand));
        }
        return new StateReport(form, period, daily.size(), later, tables);
    }

    private static long number(StateForm.Item.Sum sum, List<Map<String, String>> daily) {
        return sum.added().stream().mapToLong(figure -> of(figure, daily)).sum()
                - sum.taken().stream().mapToLong(figure -> of(figure, daily)).sum();
    }

    private static long of(String figure, List<Map<String, String>> daily) {
        var numbers = daily.stream().mapToLong(row -> {
            var cell = row.get(figure);
            if (cell == null) {
                throw new IllegalArgumentException("daily.csv has no column " + figure);
            }
            return Long.parseLong(cell);
        });
        return figure.equals(MAXIMUM) ? numbers.max().orElse(0) : numbers.sum();
    }

    private static List<Map<String, String>> searches(Period period, PublishedData data)
            throws IOException, InterruptedException {
        var found = new ArrayList<Map<String, String>>();
        for (var file : data.files()) {
            if (file.startsWith("searches/")) {
                data.rows(file).stream()
                        .filter(row -> period.holds(row.getOrDefault("hour", "")))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<Map<String, String>> changes(Period period, PublishedData data)
            throws IOException, InterruptedException {
        return data.files().contains("changes.csv")
                ? data.rows("changes.csv").stream()
                        .filter(row -> period.holds(row.getOrDefault("hour", "")))
                        .toList()
                : List.of();
    }

    private static Table grouped(StateForm.Item.Grouped grouped, List<Map<String, String>> searches) {
        var counts = searches.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getOrDefault(grouped.column(), "") + "\n" + row.getOrDefault("outcome", ""),
                        TreeMap::new,
                        Collectors.counting()));
        var rows = new ArrayList<List<String>>(List.of(List.of(grouped.column(), "outcome", "searches")));
        counts.forEach((group, count) -> {
            var parts = group.split("\n", -1);
            rows.add(List.of(parts[0].isEmpty() ? "not given" : parts[0], parts[1], String.valueOf(count)));
        });
        return new Table(grouped.words(), rows);
    }

    private static Table listed(String title, List<Map<String, String>> found) {
        var rows = new ArrayList<List<String>>();
        if (!found.isEmpty()) {
            rows.add(List.copyOf(found.getFirst().keySet()));
        }
        found.forEach(row -> rows.add(List.copyOf(row.values())));
        return new Table(title, rows);
    }
}
