package passby.aws.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.aws.json.ColourJson;
import passby.aws.json.JsonObject;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.read.Correction;
import passby.core.read.Read;
import passby.core.search.Row;

/** A found read as its searcher sees it: what was read and how sure the reader was. No plate key, ever. */
final class RowJson {
    private RowJson() {}

    static JsonObject of(Row row) {
        return of(row.read()).with("match", row.match().code());
    }

    static JsonObject of(Read read) {
        return new JsonObject()
                .with("readId", read.readId())
                .with("plate", read.plate().raw())
                .with("state", of(read.state()))
                .with("colour", ColourJson.of(read.colour()))
                .with("confidence", read.best().confidence().value())
                .with("candidates", candidates(read))
                .with("capturedAt", read.capturedAt())
                .with("cameraId", read.cameraId())
                .with("latitude", read.position().latitude())
                .with("longitude", read.position().longitude())
                .with("heading", read.heading())
                .with("skewed", read.skewed())
                .with(
                        "corrections",
                        read.corrections().stream().map(RowJson::of).toList());
    }

    private static JsonObject of(Correction correction) {
        return new JsonObject()
                .with("plate", correction.plate().raw())
                .with("state", correction.state())
                .with("reason", correction.reason())
                .with("by", correction.personId())
                .with("at", correction.at())
                .with("entryId", correction.entryId());
    }

    private static @Nullable JsonObject of(IssuingState state) {
        return switch (state) {
            case IssuingState.Unknown() -> null;
            case IssuingState.Issued(var code, var confidence) ->
                new JsonObject().with("code", code).with("confidence", confidence.value());
        };
    }

    private static List<JsonObject> candidates(Read read) {
        return read.candidates().stream().map(RowJson::of).toList();
    }

    private static JsonObject of(Candidate candidate) {
        return new JsonObject()
                .with("plate", candidate.plate().raw())
                .with("confidence", candidate.confidence().value())
                .with(
                        "characters",
                        candidate.characters().stream().map(Confidence::value).toList());
    }
}
