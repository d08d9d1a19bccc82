package passby.core.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.core.policy.ReaderRules;

/**
 * What everybody is told of how well plates are read: of the city both rates, of a camera that of its random sample alone, and none of
 * fewer plates than the policy's floor. A camera's rejected hits stay inside: beside the public hours of hits, one more of them from one
 * day to the next would tell where a car was seen. (B7)
 *
 * @param day the last of the four weeks, such as {@code 2036-05-06}
 * @param floor plates below which no rate is told
 * @param city of all cameras together, by source
 * @param cameras of their random samples, by id
 */
public record PublicQuality(String day, int floor, Map<Source, Rate> city, Map<String, Rate> cameras) {
    private static final int DATE = "2036-05-06".length();

    public PublicQuality {
        city = Map.copyOf(city);
        cameras = Map.copyOf(cameras);
    }

    /** @param today at its beginning, which is the end of the four weeks */
    public static PublicQuality before(Instant today, ReadingCounts counts, List<String> cameraIds, ReaderRules rules) {
        var judged = counts.ofDays(today.minus(Duration.ofDays(ReadingCounts.DAYS)), today, cameraIds);
        var all = judged.values().stream().reduce(JudgedPlates.NONE, JudgedPlates::plus);
        var city = new TreeMap<Source, Rate>();
        for (var source : Source.values()) {
            put(city, source, all.rate(source), rules);
        }
        var cameras = new TreeMap<String, Rate>();
        judged.forEach((cameraId, plates) -> put(cameras, cameraId, plates.rate(Source.SAMPLES), rules));
        return new PublicQuality(
                today.minus(Duration.ofDays(1)).toString().substring(0, DATE), rules.floor(), city, cameras);
    }

    private static <T> void put(Map<T, Rate> rates, T of, Rate rate, ReaderRules rules) {
        if (rate.n() >= rules.floor()) {
            rates.put(of, rate);
        }
    }

    /** As it stands in the entry that closes the day, for canonical JSON. */
    public Map<String, Object> json() {
        var ofCity = new TreeMap<String, Object>();
        city.forEach((source, rate) -> ofCity.put(source.code(), json(rate)));
        var ofCameras = new TreeMap<String, Object>();
        cameras.forEach((cameraId, rate) -> ofCameras.put(cameraId, json(rate)));
        return Map.of("day", day, "floor", floor, "city", ofCity, "cameras", ofCameras);
    }

    private static Map<String, Object> json(Rate rate) {
        return Map.of("misread", rate.misread(), "n", rate.n());
    }
}
