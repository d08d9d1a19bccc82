package passby.aws.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import passby.aws.json.JsonObject;
import passby.core.evidence.HeldRead;
import passby.core.evidence.Hold;
import passby.core.evidence.HoldEvent;
import passby.core.evidence.HoldRequest;

/** Holds as they are answered. */
final class HoldJson {
    private HoldJson() {}

    static JsonObject of(Hold hold, Instant now) {
        return new JsonObject()
                .with("holdId", hold.holdId())
                .with("kind", hold.kind().code())
                .with("caseNumber", hold.caseNumber().value())
                .with("authority", hold.authority())
                .with("party", hold.party())
                .with("reads", hold.reads().stream().map(HoldJson::read).toList())
                .with("until", hold.until())
                .with("state", hold.state().code())
                .with("request", request(hold.waiting(now).orElse(null)))
                .with("events", hold.events().stream().map(HoldJson::event).toList());
    }

    private static JsonObject read(HeldRead read) {
        return new JsonObject().with("readId", read.ref().readId()).with("copied", read.copied());
    }

    private static @Nullable JsonObject request(@Nullable HoldRequest request) {
        return request == null
                ? null
                : new JsonObject()
                        .with("action", request.action().code())
                        .with("by", request.by())
                        .with("role", request.role().code())
                        .with("until", request.until());
    }

    private static JsonObject event(HoldEvent event) {
        return new JsonObject()
                .with("what", event.what())
                .with("by", event.by())
                .with("at", event.at())
                .with("entryId", event.entryId());
    }
}
