package passby.aws.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import passby.aws.json.JsonObject;
import passby.core.audit.LoggedEntry;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.sealing.Head;

/** Entries and checkpoints as the API shows them. */
final class LedgerJson {
    private LedgerJson() {}

    static JsonObject of(LoggedEntry entry) {
        var sealed = entry.sealed();
        return new JsonObject()
                .with("index", entry.index())
                .with("id", sealed.entryId())
                .with("hour", sealed.hour())
                .with("type", sealed.type())
                .with("outcome", sealed.outcome())
                .with("policyHash", sealed.policyHash())
                .with("entry", entry.canonical())
                .with("opened", opened(entry.openings()));
    }

    private static JsonObject opened(Map<Field, Opening> openings) {
        var opened = new JsonObject();
        for (var field : Field.values()) {
            var opening = openings.get(field);
            if (opening != null) {
                opened = opened.with(field.code(), opening.value());
            }
        }
        return opened;
    }

    /** The signed note as it is published. */
    static String of(Head head) {
        return new String(head.note().bytes(), StandardCharsets.UTF_8);
    }
}
