package passby.local.show;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.hit.Hit;
import passby.core.plate.IssuingState;
import passby.core.read.Processed;
import passby.core.read.Read;

/**
 * What came of one picture.
 *
 * @param image its file name
 * @param processed what ReadPlates made of it
 * @param uploadToRead from the start of the PUT to the end of ReadPlates
 * @param uploadToAlert from the start of the PUT to the arrival of its first alert, or null without one
 */
public record Outcome(
        String image,
        Processed processed,
        Duration uploadToRead,
        @Nullable Duration uploadToAlert) {

    /**
     * From what the sightings have of a frame.
     *
     * @param start when its upload began, on the sightings' clock
     */
    public static Outcome of(String image, Sightings sightings, Sightings.Seen seen, long start) {
        var alerted = seen.processed() instanceof Processed.Done done
                ? done.hits().stream()
                        .flatMap(hit -> sightings.alert(hit.hitId().value()).stream())
                        .min(Long::compare)
                : Optional.<Long>empty();
        return new Outcome(
                image,
                seen.processed(),
                Duration.ofNanos(seen.nanos() - start),
                alerted.map(nanos -> Duration.ofNanos(nanos - start)).orElse(null));
    }

    /** The surest first. */
    List<Read> reads() {
        return processed instanceof Processed.Done done
                ? done.reads().stream()
                        .sorted(Comparator.comparing((Read read) -> read.best().confidence())
                                .reversed())
                        .toList()
                : List.of();
    }

    List<Hit> hits() {
        return processed instanceof Processed.Done done ? done.hits() : List.of();
    }

    /** The strongest hit of the picture. */
    Optional<Hit> hit() {
        return hits().stream().min(Comparator.comparing(Hit::isAdvisory).thenComparing(Hit::matchType));
    }

    /** For {@code --json}: names and order as README says. */
    Map<String, @Nullable Object> json() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("image", image);
        json.put("reads", reads().stream().map(Outcome::json).toList());
        json.put("alert", !hits().isEmpty());
        json.put("advisory", hit().map(Hit::isAdvisory).orElse(false));
        json.put("match", hit().map(hit -> hit.matchType().code()).orElse(null));
        json.put("uploadToReadMillis", uploadToRead.toMillis());
        return json;
    }

    private static Map<String, @Nullable Object> json(Read read) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("plate", read.plate().raw());
        json.put("state", state(read));
        json.put("confidence", Math.round(read.best().confidence().value() * 1000) / 1000.0);
        return json;
    }

    static @Nullable String state(Read read) {
        return read.state() instanceof IssuingState.Issued known ? known.code() : null;
    }
}
