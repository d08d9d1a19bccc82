package passby.core.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.EntryType;

/**
 * What is looked for in the ledger. The log tells hours only, so that whole hours are asked for.
 *
 * @param from beginning of the first hour
 * @param to end of the last one
 * @param type null for every type
 * @param person id of who acted, null for everybody
 * @param pageToken of the page before, null for the first
 */
public record LedgerQuery(
        Instant from,
        Instant to,
        @Nullable EntryType type,
        @Nullable String person,
        @Nullable String pageToken) {
    static final Duration MAX_SPAN = Duration.ofDays(31);

    private static final int MAX_PERSON = 128;
    private static final int MAX_TOKEN = 1000;

    public static Checked<LedgerQuery> parse(Form form) {
        var from = form.instant("from");
        var to = form.instant("to");
        if (form.isValid("from")
                && form.isValid("to")
                && (!from.isBefore(to) || Duration.between(from, to).compareTo(MAX_SPAN) > 0)) {
            form.reject("from", "out-of-range", "before the end, and at most 31 days before it");
        }
        var type = form.optionalString("type", MAX_PERSON).flatMap(code -> {
            var known = Stream.of(EntryType.values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
            if (known.isEmpty()) {
                form.reject("type", "malformed", "a type of entry, such as search");
            }
            return known;
        });
        var person = form.optionalString("person", MAX_PERSON);
        var token = form.optionalString("pageToken", MAX_TOKEN);
        return form.checked(() -> new LedgerQuery(
                from.truncatedTo(ChronoUnit.HOURS),
                endOfHour(to),
                type.orElse(null),
                person.orElse(null),
                token.orElse(null)));
    }

    /** What a page token is bound to, and what the entry of a page commits to. */
    String canonical() {
        var members = new TreeMap<String, Object>(Map.of("from", from.toString(), "to", to.toString()));
        if (type != null) {
            members.put("type", type.code());
        }
        if (person != null) {
            members.put("person", person);
        }
        return CanonicalJson.write(members);
    }

    boolean matches(LoggedEntry entry) {
        var hour = Instant.parse(entry.sealed().hour().replace("Z", ":00:00Z"));
        return !hour.isBefore(from)
                && hour.isBefore(to)
                && (type == null || entry.sealed().type().equals(type.code()));
    }

    private static Instant endOfHour(Instant instant) {
        var begin = instant.truncatedTo(ChronoUnit.HOURS);
        return begin.equals(instant) ? begin : begin.plus(1, ChronoUnit.HOURS);
    }
}
