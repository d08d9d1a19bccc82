package passby.core.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import passby.core.capture.Camera;

/**
 * What everybody is told of hits by district: how many cameras stand there, how many hits officers looked at in four weeks, and how many of
 * them they rejected. Told every four weeks, so that no two tellings overlap and none can be taken from another, and of fewer hits than
 * the policy's floor not at all: beside the public hours of hits, one more of them would tell where a car was seen. (product.md, J1)
 *
 * @param day the last of the four weeks, such as {@code 2036-05-25}
 * @param floor hits below which nothing but cameras is told
 * @param districts by zone
 */
public record PublicDistricts(String day, int floor, Map<String, District> districts) {
    private static final int DATE = "2036-05-25".length();

    /** The first Monday of 1970, in days since its first. */
    private static final int A_MONDAY = 4;

    public PublicDistricts {
        districts = Map.copyOf(districts);
    }

    /**
     * @param cameras in service
     * @param hits that officers looked at
     * @param rejected of them
     */
    public record District(long cameras, long hits, long rejected) {
        private District plus(District other) {
            return new District(cameras + other.cameras, hits + other.hits, rejected + other.rejected);
        }
    }

    /** @param today at its beginning in UTC */
    public static boolean isTold(Instant today) {
        return (ChronoUnit.DAYS.between(Instant.EPOCH, today) - A_MONDAY) % ReadingCounts.DAYS == 0;
    }

    /** @param today at its beginning, which is the end of the four weeks */
    public static PublicDistricts before(Instant today, ReadingCounts counts, Iterable<Camera> cameras, int floor) {
        var byId = new TreeMap<String, Camera>();
        cameras.forEach(camera -> byId.put(camera.cameraId(), camera));
        var judged = counts.ofDays(
                today.minus(Duration.ofDays(ReadingCounts.DAYS)),
                today,
                byId.keySet().stream().toList());
        var districts = new TreeMap<String, District>();
        byId.forEach((cameraId, camera) -> districts.merge(
                camera.zone(), of(camera, judged.getOrDefault(cameraId, JudgedPlates.NONE), today), District::plus));
        return new PublicDistricts(today.minus(Duration.ofDays(1)).toString().substring(0, DATE), floor, districts);
    }

    private static District of(Camera camera, JudgedPlates judged, Instant today) {
        var verdicts = judged.verdicts(Source.HITS, Part.ALL);
        var hits = verdicts.values().stream().mapToLong(Long::longValue).sum();
        return new District(
                camera.isInService(today) ? 1 : 0, hits, hits - verdicts.getOrDefault(Verdict.HIT_MATCHED, 0L));
    }

    /** As it stands in the entry that closes the day, for canonical JSON. */
    public Map<String, Object> json() {
        var told = new TreeMap<String, Object>();
        districts.forEach((zone, district) -> told.put(zone, json(district)));
        return Map.of("day", day, "floor", floor, "zones", told);
    }

    private Map<String, Object> json(District district) {
        return district.hits() < floor
                ? Map.of("cameras", district.cameras())
                : Map.of("cameras", district.cameras(), "hits", district.hits(), "rejected", district.rejected());
    }
}
