package passby.core.conduct;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import passby.core.conduct.Act.Kind;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.ledger.Outcome;
import passby.core.reason.Flaw;

/** Finds in an entry what somebody did. An entry whose openings are deleted tells nothing any more. */
final class FoundActs {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            kind(EntryType.SEARCH, Kind.SEARCH),
            kind(EntryType.RECORD_REQUEST_ANSWERED, Kind.SEARCH),
            kind(EntryType.READ_VIEWED, Kind.VIEW),
            kind(EntryType.READ_PICTURE_STREAMED, Kind.VIEW),
            kind(EntryType.HIT_VIEWED, Kind.HIT_VIEW),
            kind(EntryType.HIT_PICTURE_STREAMED, Kind.HIT_VIEW),
            kind(EntryType.HIT_STEP, Kind.HIT_REJECTED),
            kind(EntryType.HOT_LIST_ENTRY_ADDED, Kind.LIST_ENTRY),
            kind(EntryType.SEARCH_REQUESTED, Kind.REQUEST),
            kind(EntryType.HOLD_REQUESTED, Kind.REQUEST),
            kind(EntryType.SEARCH_REQUEST_DECIDED, Kind.DECISION),
            kind(EntryType.HOLD_DECIDED, Kind.DECISION),
            kind(EntryType.HOT_LIST_ENTRY_APPROVED, Kind.DECISION),
            kind(EntryType.ACCESS_REFUSED, Kind.DENIED),
            kind(EntryType.SIGN_IN, Kind.SIGN_IN));

    private static final String ALL_CAMERAS = "all";
    private static final String REJECTED = "rejected";

    private final ConductKeys keys;

    FoundActs(ConductKeys keys) {
        this.keys = keys;
    }

    /** @param personId who did it, as the issuer names them */
    record Found(String personId, Act act) {}

    static boolean tells(SealedEntry entry) {
        return KINDS.containsKey(entry.type());
    }

    Optional<Found> in(SealedEntry entry, Map<Field, Opening> openings) {
        var fields = new Fields(openings);
        var kind = KINDS.get(entry.type());
        var actor = fields.text(Field.ACTOR);
        var at = fields.time();
        if (kind == null || actor.isEmpty() || at.isEmpty() || !isKept(kind, fields)) {
            return Optional.empty();
        }
        var cameras = fields.text(Field.CAMERAS);
        var byCamera = kind == Kind.SEARCH && !cameras.isEmpty() && !cameras.equals(ALL_CAMERAS);
        var reason = fields.text(Field.REASON);
        var refused = entry.outcome().equals(Outcome.REFUSED.code());
        return Optional.of(new Found(
                actor,
                new Act(
                        entry.entryId(),
                        at.get(),
                        byCamera ? Kind.CAMERA_SEARCH : kind,
                        keys.person(actor),
                        byCamera ? keys.cameras(cameras) : target(kind, fields),
                        fields.key(Field.CASE_NUMBER, keys::caseNumber),
                        fields.key(Field.DEVICE, keys::device),
                        refused,
                        refused
                                && (reason.contains(Flaw.PROHIBITED.code())
                                        || reason.contains(Flaw.PERSONAL.code())))));
    }

    /** Of the steps of a hit only its rejection says something, of what was denied only a search. */
    private static boolean isKept(Kind kind, Fields fields) {
        var action = fields.text(Field.ACTION);
        return switch (kind) {
            case HIT_REJECTED -> action.equals(REJECTED);
            case DENIED -> action.startsWith("Search") || action.startsWith("View") || action.startsWith("Stream");
            case SEARCH, CAMERA_SEARCH, VIEW, HIT_VIEW, LIST_ENTRY, REQUEST, DECISION, SIGN_IN -> true;
        };
    }

    private String target(Kind kind, Fields fields) {
        return switch (kind) {
            case SEARCH, CAMERA_SEARCH, VIEW, HIT_VIEW, HIT_REJECTED -> fields.key(Field.PLATE, keys::target);
            // An entry of a list commits to the plate with its state.
            case LIST_ENTRY -> fields.key(Field.PLATE, listed -> keys.target(listed.split(" ", 2)[0]));
            case REQUEST, DECISION -> fields.key(Field.SUBJECT, keys::request);
            case DENIED, SIGN_IN -> "";
        };
    }

    private static Map.Entry<String, Kind> kind(EntryType type, Kind kind) {
        return Map.entry(type.code(), kind);
    }

    private record Fields(Map<Field, Opening> openings) {
        /** Empty where the entry has no such field. */
        String text(Field field) {
            var opening = openings.get(field);
            return opening == null ? "" : opening.value();
        }

        String key(Field field, UnaryOperator<String> key) {
            var text = text(field);
            return text.isEmpty() ? "" : key.apply(text);
        }

        Optional<Instant> time() {
            try {
                return Optional.of(Instant.parse(text(Field.TIME)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
