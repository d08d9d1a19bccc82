package passby.core.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.core.capture.Camera;
import passby.core.policy.ReaderRules;

/**
 * How well plates were read in a span. Below the floor no rate is told.
 *
 * @param from the first day at its beginning in UTC
 * @param to the end of the last
 * @param rules that the rates are read by
 * @param city of all cameras together
 * @param cameras by their ids, every camera that is there
 */
public record ReadingQuality(Instant from, Instant to, ReaderRules rules, Judgement city, List<OfCamera> cameras) {
    public ReadingQuality {
        cameras = List.copyOf(cameras);
    }

    /** @param camera as the registry has it, its quarantine too */
    public record OfCamera(Camera camera, Judgement judgement) {}

    /** @param hits what officers said of hits, and {@code samples} what was said of the random sample: never one rate */
    public record Judgement(Rates hits, Rates samples) {
        static Judgement of(JudgedPlates plates, ReaderRules rules) {
            return new Judgement(rates(plates, Source.HITS, rules), rates(plates, Source.SAMPLES, rules));
        }
    }

    /**
     * @param n plates that were judged, whether or not that is enough for a rate
     * @param parts those with as many plates as the floor asks for; {@link Part#ALL} among them
     * @param verdicts how many of each, when all together reach the floor
     */
    public record Rates(long n, Map<Part, Rate> parts, Map<Verdict, Long> verdicts) {
        public Rates {
            parts = Map.copyOf(parts);
            verdicts = Map.copyOf(verdicts);
        }
    }

    private static Rates rates(JudgedPlates plates, Source source, ReaderRules rules) {
        var parts = new TreeMap<Part, Rate>();
        plates.counts().keySet().forEach(part -> {
            var rate = plates.rate(source, part);
            if (rate.n() >= rules.floor()) {
                parts.put(part, rate);
            }
        });
        return new Rates(
                plates.rate(source).n(),
                parts,
                parts.containsKey(Part.ALL) ? plates.verdicts(source, Part.ALL) : Map.of());
    }
}
