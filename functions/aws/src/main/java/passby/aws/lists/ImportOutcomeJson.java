package passby.aws.lists;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import passby.aws.json.EventJson;
import passby.aws.json.JsonObject;
import passby.core.lists.ImportOutcome;

/** An outcome as it is stored and answered, format version 1. */
final class ImportOutcomeJson {
    private static final int VERSION = 1;

    private ImportOutcomeJson() {}

    static JsonObject of(ImportOutcome outcome) {
        return new JsonObject()
                .with("result", outcome.result().code())
                .with("reason", outcome.reason())
                .with("at", outcome.at())
                .with("receipt", outcome.entryId())
                .with("counts", numbers(outcome.counts()))
                .with("rejected", numbers(outcome.rejected()))
                .with("refused", numbers(outcome.refused()));
    }

    static String write(ImportOutcome outcome) {
        return new JsonObject().with("v", VERSION).with(of(outcome)).string();
    }

    /** @throws IllegalStateException for anything that {@link #write} never writes */
    static ImportOutcome read(String text) {
        var members = EventJson.object(text.getBytes(StandardCharsets.UTF_8))
                .filter(found -> found.get("v") instanceof BigDecimal version && version.intValue() == VERSION)
                .orElseThrow(() -> new IllegalStateException("an outcome of an unknown version"));
        return new ImportOutcome(
                ImportOutcome.Result.of(string(members, "result"))
                        .orElseThrow(() -> new IllegalStateException("an outcome without a result")),
                string(members, "reason"),
                Instant.parse(string(members, "at")),
                string(members, "receipt"),
                numbers(members, "counts"),
                numbers(members, "rejected"),
                numbers(members, "refused"));
    }

    private static String string(Map<String, Object> members, String name) {
        return EventJson.string(members, name).orElse("");
    }

    private static JsonObject numbers(Map<String, Long> numbers) {
        var json = new JsonObject();
        new TreeMap<>(numbers).forEach(json::with);
        return json;
    }

    private static Map<String, Long> numbers(Map<String, Object> members, String name) {
        var numbers = new HashMap<String, Long>();
        EventJson.object(members, name).forEach((key, value) -> {
            if (value instanceof BigDecimal number) {
                numbers.put(key, number.longValueExact());
            }
        });
        return numbers;
    }
}
