package passby.local.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.aws.dynamodb.Tables;
import passby.local.city.City;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Shows a city that forgets: what every table and bucket holds before and after, and the receipts. */
public final class Forgetting {
    private static final int MAX_TICKS = 20;

    private final City city;
    private final Console console;

    public Forgetting(City city, Console console) {
        this.city = city;
        this.console = console;
    }

    /** Lets the city's minutes pass until nothing is due. */
    public void show() {
        var before = counts();
        var receipts = receipts().size();
        for (var ticks = 0; ticks < MAX_TICKS; ticks++) {
            var held = counts();
            city.tick();
            if (ticks > 0 && held.equals(counts())) {
                break;
            }
        }
        var after = counts();
        console.say("%-28s %10s %10s".formatted("", "before", "after"));
        before.forEach(
                (what, count) -> console.say("%-28s %,10d %,10d".formatted(what, count, after.getOrDefault(what, 0L))));
        var all = receipts();
        all.subList(Math.min(receipts, all.size()), all.size()).forEach(this::show);
    }

    private void show(String receipt) {
        city.wiring().archive().find(receipt).ifPresent(text -> console.say("receipt " + receipt + "\n  " + text));
    }

    private List<String> receipts() {
        return new ArrayList<>(city.wiring().archive().list("receipts/"));
    }

    private Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        var clients = city.engines().clients();
        for (var table : Tables.all()) {
            counts.put(
                    "table " + table.name(),
                    clients
                            .dynamoDb()
                            .scanPaginator(scan ->
                                    scan.tableName(City.TABLES + table.name()).select(Select.COUNT))
                            .stream()
                            .mapToLong(page -> page.count())
                            .sum());
        }
        for (var bucket : clients.s3().listBuckets().buckets()) {
            clients.s3().listObjectsV2Paginator(list -> list.bucket(bucket.name())).contents().stream()
                    .map(object -> "bucket " + bucket.name() + " " + prefix(object))
                    .forEach(name -> counts.merge(name, 1L, Long::sum));
        }
        return counts;
    }

    /** Non-hits and hits apart. */
    private static String prefix(S3Object object) {
        var key = object.key();
        return key.startsWith("c/") ? key.substring(0, 3) : key.substring(0, Math.max(0, key.indexOf('/')));
    }
}
