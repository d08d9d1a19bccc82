package passby.aws.hit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.aws.hotlist.EntryJson;
import passby.aws.json.ColourJson;
import passby.aws.json.JsonObject;
import passby.core.hit.Alert;
import passby.core.hit.Caution;
import passby.core.hit.Disposition;
import passby.core.hit.Hit;
import passby.core.hit.HitStep;
import passby.core.hit.Sighting;
import passby.core.hotlist.Match;
import passby.core.picture.PictureKind;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;

/** A hit as an officer sees it: read and entry side by side, and where their characters differ. No plate key, ever. */
final class HitJson {
    private HitJson() {}

    static JsonObject of(Hit hit) {
        return new JsonObject()
                .with("hitId", hit.hitId().value())
                .with("shortCode", hit.hitId().shortCode())
                .with("state", hit.state().code())
                .with("advisory", hit.isAdvisory())
                .with(
                        "cautions",
                        hit.cautions().stream().map(Caution::code).sorted().toList())
                .with("match", hit.matchType().code())
                .with("category", hit.category().code())
                .with("zone", hit.sighting().zone())
                .with("listAgeSeconds", hit.listAge().toSeconds())
                .with("raisedAt", hit.raisedAt())
                .with("text", Alert.TEXT)
                .with("sighting", of(hit.sighting()))
                .with("entries", hit.matches().stream().map(HitJson::of).toList())
                .with("steps", hit.steps().stream().map(HitJson::of).toList())
                .with("pictures", pictures(hit));
    }

    private static JsonObject of(Sighting sighting) {
        return new JsonObject()
                .with("readId", sighting.readId())
                .with("plate", sighting.plate().raw())
                .with("state", of(sighting.state()))
                .with("colour", ColourJson.of(sighting.colour()))
                .with("confidence", sighting.confidence().value())
                .with("cameraId", sighting.cameraId())
                .with("latitude", sighting.position().latitude())
                .with("longitude", sighting.position().longitude())
                .with("heading", sighting.heading())
                .with("capturedAt", sighting.capturedAt())
                .with("receivedAt", sighting.receivedAt())
                .with(
                        "frames",
                        new JsonObject()
                                .with("agreed", sighting.frames().agreed())
                                .with("of", sighting.frames().of()));
    }

    private static @Nullable JsonObject of(IssuingState state) {
        return switch (state) {
            case IssuingState.Unknown() -> null;
            case IssuingState.Issued(var code, var confidence) ->
                new JsonObject().with("code", code).with("confidence", confidence.value());
        };
    }

    private static JsonObject of(Match match) {
        var entry = match.entry();
        return EntryJson.of(entry)
                .with("read", match.plate().raw())
                .with("match", match.type().code())
                .with("alternate", match.alternate())
                .with(
                        "foldedCharacters",
                        entry.plate()
                                .map(listed -> foldedCharacters(match.plate(), listed))
                                .orElse(List.of()));
    }

    /** Positions, from 0, at which the read and the entry differ: they agree only because look-alikes are folded. */
    private static List<Integer> foldedCharacters(Plate read, Plate listed) {
        var positions = new ArrayList<Integer>();
        for (var i = 0; i < Math.min(read.raw().length(), listed.raw().length()); i++) {
            if (read.raw().charAt(i) != listed.raw().charAt(i)) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static JsonObject of(HitStep step) {
        var json = new JsonObject()
                .with("state", step.code())
                .with("by", step.by())
                .with("at", step.at());
        return switch (step) {
            case HitStep.Viewed _, HitStep.ImageMatched _, HitStep.Contacted _, HitStep.Escalated _ -> json;
            case HitStep.Rejected rejected ->
                json.with("reason", rejected.reason().code());
            case HitStep.ConfirmationRequested asked ->
                json.with("source", asked.source().code())
                        .with("urgency", asked.urgency().code())
                        .with("dueAt", asked.dueAt());
            case HitStep.Confirmed confirmed -> json.with("confirmedBy", confirmed.confirmedBy());
            case HitStep.NotConfirmed no -> json.with("timedOut", no.timedOut());
            case HitStep.ContactUnconfirmed contact -> json.with("narrative", contact.reason());
            case HitStep.Disposed disposed ->
                json.with(
                        "dispositions",
                        disposed.dispositions().stream()
                                .sorted()
                                .map(Disposition::code)
                                .toList());
        };
    }

    private static JsonObject pictures(Hit hit) {
        var paths = new JsonObject();
        for (var kind : PictureKind.values()) {
            paths.with(kind.code(), "/v1/hits/" + hit.hitId().value() + "/pictures/" + kind.code());
        }
        return paths;
    }
}
