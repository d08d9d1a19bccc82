package passby.local.show;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import passby.aws.dynamodb.Tables;
import passby.local.city.City;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Shows a city that forgets: what every table and bucket holds before and after, the receipts, and the balance of the day. */
public final class Forgetting {
    private static final int MAX_TICKS = 20;

    private final City city;
    private final Console console;

    public Forgetting(City city, Console console) {
        this.city = city;
        this.console = console;
    }

    /** Lets the city's minutes pass until nothing is due, then its day end. */
    public void show() {
        var before = counts();
        var known = proofs();
        for (var ticks = 0; ticks < MAX_TICKS; ticks++) {
            var held = counts();
            city.tick();
            if (ticks > 0 && held.equals(counts())) {
                break;
            }
        }
        city.tickOfDay();
        city.tick();
        tell(before, counts());
        proofs().stream().filter(file -> !known.contains(file)).forEach(this::show);
    }

    private void tell(Map<String, Long> before, Map<String, Long> after) {
        console.say("%-32s %10s %10s".formatted("", "before", "after"));
        var all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        all.forEach(what -> console.say(
                "%-32s %,10d %,10d".formatted(what, before.getOrDefault(what, 0L), after.getOrDefault(what, 0L))));
    }

    private void show(String file) {
        city.wiring().archive().find(file).ifPresent(text -> console.say(file + "\n  " + text));
    }

    private List<String> proofs() {
        var archive = city.wiring().archive();
        return Stream.concat(archive.list("receipts/").stream(), archive.list("balances/").stream())
                .toList();
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
