package passby.core.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.RetentionClass;

/**
 * A search as asked for, complete and within the bounds.
 *
 * @param query what
 * @param purpose why
 * @param pageToken of the page before, or null for the first
 */
public record SearchRequest(
        Query query, Purpose purpose, @Nullable String pageToken) {
    private static final int MAX_TOKEN = 2_000;

    /** What a page token belongs to: the same search for the same reason. */
    String canonical() {
        return query.canonical() + purpose.canonical();
    }

    /** A page token opens what its bearer may see: it is printed nowhere. */
    @Override
    public String toString() {
        return "SearchRequest[" + query + ", " + (pageToken == null ? "first page" : "later page") + "]";
    }

    static Checked<SearchRequest> parse(Form body, EffectivePolicy policy, Purposes purposes, Instant now) {
        var plate = body.code("plate", Plate::parse, "1 to 10 letters and digits");
        var state = state(body);
        var from = body.instant("from");
        var to = body.instant("to");
        checkWindow(body, from, to, policy, now);
        var purpose = purposes.parse(body.form("purpose"), policy, oldest(body, from));
        var token = body.optionalString("pageToken", MAX_TOKEN);
        return body.checked(() -> new SearchRequest(
                new Query(plate.orElseThrow(), state.orElse(null), from, to),
                purpose.orElseThrow(),
                token.orElse(null)));
    }

    static Optional<String> state(Form body) {
        return body.optionalString("state", 2)
                .filter(code -> IssuingState.CODE.matcher(code).matches()
                        || body.reject("state", "malformed", "two capital letters"));
    }

    /** From when on reads are asked for: never, while it is not known, so that nobody is asked for a warrant for a typing error. */
    public static Instant oldest(Form body, Instant from) {
        return body.isValid("from") ? from : Instant.MAX;
    }

    /** Notes what is wrong with a window: it is a span of time, not too long, and nothing is kept from before it. */
    public static void checkWindow(Form body, Instant from, Instant to, EffectivePolicy policy, Instant now) {
        if (!body.isValid("from") || !body.isValid("to")) {
            return;
        }
        if (!from.isBefore(to)) {
            body.reject("to", "out-of-range", "after from");
            return;
        }
        var bound = policy.bounds().searchWindow();
        if (Duration.between(from, to).compareTo(bound) > 0) {
            body.reject("to", "out-of-range", "a search spans at most " + bound.toDays() + " days");
        }
        var kept = longest(policy);
        if (from.isBefore(now.minus(kept))) {
            body.reject("from", "out-of-range", "nothing is kept longer than " + kept.toDays() + " days");
        }
    }

    private static Duration longest(EffectivePolicy policy) {
        return Optional.of(policy.retention(RetentionClass.HIT))
                .filter(hit -> hit.compareTo(policy.retention(RetentionClass.NON_HIT)) > 0)
                .orElse(policy.retention(RetentionClass.NON_HIT));
    }
}
