package passby.aws.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.aws.json.JsonObject;
import passby.core.quality.Part;
import passby.core.quality.Rate;
import passby.core.quality.ReadingQuality;
import passby.core.quality.Source;

/** How well plates were read, as those see it who answer for the readers. */
final class ReadingQualityJson {
    private static final double PERCENT = 100;
    private static final double TENTHS = 10;

    private ReadingQualityJson() {}

    static JsonObject of(ReadingQuality quality) {
        return new JsonObject()
                .with("from", quality.from())
                .with("to", quality.to())
                .with("floor", quality.rules().floor())
                .with("misreadLimitPercent", quality.rules().misreadLimitPercent())
                .with("city", of(quality.city()))
                .with(
                        "cameras",
                        quality.cameras().stream().map(ReadingQualityJson::of).toList());
    }

    private static JsonObject of(ReadingQuality.OfCamera camera) {
        return new JsonObject()
                .with("cameraId", camera.camera().cameraId())
                .with("quarantinedSince", camera.camera().quarantine().since())
                .with(of(camera.judgement()));
    }

    private static JsonObject of(ReadingQuality.Judgement judgement) {
        return new JsonObject()
                .with(Source.HITS.code(), of(judgement.hits()))
                .with(Source.SAMPLES.code(), of(judgement.samples()));
    }

    private static JsonObject of(ReadingQuality.Rates rates) {
        var verdicts = new JsonObject();
        new TreeMap<>(rates.verdicts()).forEach((verdict, amount) -> verdicts.with(verdict.code(), amount));
        var all = rates.parts().get(Part.ALL);
        return new JsonObject()
                .with("n", rates.n())
                .with("rate", all == null ? null : of(all))
                .with("verdicts", verdicts)
                .with("byState", parts(rates.parts(), Part.Kind.STATE))
                .with("byHour", parts(rates.parts(), Part.Kind.HOUR))
                .with("byEngine", parts(rates.parts(), Part.Kind.ENGINE));
    }

    private static List<JsonObject> parts(Map<Part, Rate> parts, Part.Kind kind) {
        return new TreeMap<>(parts)
                .entrySet().stream()
                        .filter(part -> part.getKey().kind() == kind)
                        .map(part -> new JsonObject()
                                .with(kind.code(), part.getKey().value())
                                .with(of(part.getValue())))
                        .toList();
    }

    private static JsonObject of(Rate rate) {
        var interval = rate.interval();
        return new JsonObject()
                .with("misread", rate.misread())
                .with("n", rate.n())
                .with("percent", percent(rate.share()))
                .with("low", percent(interval.low()))
                .with("high", percent(interval.high()));
    }

    /** To a tenth. */
    private static double percent(double share) {
        return Math.round(share * PERCENT * TENTHS) / TENTHS;
    }
}
