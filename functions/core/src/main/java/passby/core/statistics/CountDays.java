package passby.core.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.archive.Archive;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.capture.IllegiblePlates;
import passby.core.hit.AlertLatencies;
import passby.core.hit.AlertLatencies.OfDay;
import passby.core.hit.LatencyHistogram;
import passby.core.id.Digests;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.policy.ReaderRules;
import passby.core.quality.JudgedPlates;
import passby.core.quality.PublicDistricts;
import passby.core.quality.PublicQuality;
import passby.core.quality.ReadingCounts;

/**
 * Writes what was counted on each day that is over into {@code statistics/<day>.json} of the archive. Counted when it happened, so
 * that it can be told after every read is gone; counters themselves are forgotten after thirty days. Files stand in the ledger by
 * their hashes, in the entry that closes the day. Beside the counts stand, by camera, how long alerts took, what
 * people said of plates that were read, and how many could not be read.
 */
public final class CountDays {
    /** Earlier counters are forgotten, or about to be. */
    static final int MOST_DAYS = 29;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int FORMAT = 3;
    private static final int HOURS = 24;

    private final Counters counters;
    private final AlertLatencies latencies;
    private final ReadingCounts readings;
    private final IllegiblePlates illegible;
    private final Cameras cameras;
    private final Archive archive;

    public CountDays(
            Counters counters,
            AlertLatencies latencies,
            ReadingCounts readings,
            IllegiblePlates illegible,
            Cameras cameras,
            Archive archive) {
        this.counters = counters;
        this.latencies = latencies;
        this.readings = readings;
        this.illegible = illegible;
        this.cameras = cameras;
        this.archive = archive;
    }

    /**
     * Writes every day before today that was not over when the last one was closed, and the one before those again: what was counted
     * around its midnight may have come after its file.
     *
     * @param closed the day at whose beginning this ran last, or that before today
     * @param today at its beginning
     * @return for each file that was written its SHA-256, 64 hexadecimal digits
     */
    public Map<String, String> write(Instant closed, Instant today) {
        var earliest = today.minus(DAY.multipliedBy(MOST_DAYS));
        var again = closed.minus(DAY);
        var hashes = new TreeMap<String, String>();
        var cameraIds = cameras.all().stream().map(Camera::cameraId).toList();
        for (var day = again.isBefore(earliest) ? earliest : again; day.isBefore(today); day = day.plus(DAY)) {
            var file = "statistics/" + day.toString().substring(0, 10) + ".json";
            var document = document(day, cameraIds);
            archive.put(file, document);
            hashes.put(file, Digests.sha256Hex(document));
        }
        return hashes;
    }

    /** @param today at its beginning: how well plates were read in the four weeks before it, as everybody is told */
    public PublicQuality readingQuality(Instant today, ReaderRules rules) {
        return PublicQuality.before(
                today, readings, cameras.all().stream().map(Camera::cameraId).toList(), rules);
    }

    /** @param today at its beginning: hits by district in the four weeks before it, on the days on which they are told */
    public Optional<PublicDistricts> districts(Instant today, ReaderRules rules) {
        return PublicDistricts.isTold(today)
                ? Optional.of(PublicDistricts.before(today, readings, cameras.all(), rules.floor()))
                : Optional.empty();
    }

    private Map<Count, Long> counts(Instant day) {
        var counts = new EnumMap<Count, Long>(Count.class);
        for (var hour = 0; hour < HOURS; hour++) {
            counters.ofHour(day.plus(Duration.ofHours(hour)))
                    .forEach((count, amount) -> counts.merge(count, amount, Long::sum));
        }
        return counts;
    }

    /** Counts of zero stand there too: nothing happened, which is not the same as nobody counted. */
    private String document(Instant day, List<String> cameraIds) {
        var counted = counts(day);
        var amounts = new TreeMap<String, Long>();
        for (var count : Count.values()) {
            amounts.put(count.code(), counted.getOrDefault(count, 0L));
        }
        return CanonicalJson.write(Map.of(
                "v",
                FORMAT,
                "day",
                day.toString().substring(0, 10),
                "counts",
                amounts,
                "alertLatency",
                latency(latencies.ofDay(day, cameraIds)),
                "judgedPlates",
                judged(readings.ofDays(day, day.plus(DAY), cameraIds)),
                "illegiblePlates",
                illegible.ofDay(day, cameraIds)));
    }

    /** By camera, by what they are told apart, by its value and by verdict: counts of days can be added up, rates cannot. */
    private static Map<String, Object> judged(Map<String, JudgedPlates> judged) {
        var cameras = new TreeMap<String, Object>();
        judged.forEach((cameraId, plates) -> {
            var kinds = new TreeMap<String, Map<String, Map<String, Long>>>();
            plates.counts().forEach((part, verdicts) -> {
                var values = kinds.computeIfAbsent(part.kind().code(), _ -> new TreeMap<>());
                var amounts = values.computeIfAbsent(part.value(), _ -> new TreeMap<>());
                verdicts.forEach((verdict, amount) -> amounts.put(verdict.code(), amount));
            });
            cameras.put(cameraId, kinds);
        });
        return cameras;
    }

    private static Map<String, Object> latency(Map<String, OfDay> latencies) {
        var cameras = new TreeMap<String, Object>();
        latencies.forEach((cameraId, ofDay) -> cameras.put(cameraId, latency(ofDay)));
        var city = latencies.values().stream().reduce(OfDay.NONE, OfDay::plus);
        return Map.of("city", latency(city), "cameras", cameras);
    }

    private static Map<String, Object> latency(OfDay ofDay) {
        return Map.of(
                "captureToAlert", latency(ofDay.captureToAlert()),
                "uploadToAlert", latency(ofDay.uploadToAlert()));
    }

    /** Without alerts there are no figures. */
    private static Map<String, Object> latency(LatencyHistogram histogram) {
        return histogram.n() == 0
                ? Map.of("n", 0L)
                : Map.of(
                        "n", histogram.n(),
                        "p50Ms", histogram.percentile(50).toMillis(),
                        "p95Ms", histogram.percentile(95).toMillis());
    }
}
