package passby.aws.search;

import java.time.Instant;
import java.util.Map;
import passby.aws.json.JsonObject;
import passby.core.ledger.Field;
import passby.core.search.RequestPartialSearch;
import passby.core.search.WaitingSearch;

/** A search request as the one who asks and the second person see it. */
final class WaitingSearchJson {
    private WaitingSearchJson() {}

    static JsonObject of(WaitingSearch search, Instant now) {
        var decision = search.decision();
        return new JsonObject()
                .with("requestId", search.requestId())
                .with("state", search.state(now).code())
                .with("by", search.personId())
                .with("requestedAt", search.requestedAt())
                .with("lapsesAt", search.lapsesAt())
                .with("decidedBy", decision == null ? null : decision.personId())
                .with("decidedAs", decision == null ? null : decision.role().code());
    }

    static JsonObject of(RequestPartialSearch.Waiting waiting, Instant now) {
        return of(waiting.search(), now).with("asked", of(waiting.asked()));
    }

    private static JsonObject of(Map<Field, String> asked) {
        var json = new JsonObject();
        asked.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> json.with(field.getKey().code(), field.getValue()));
        return json;
    }
}
