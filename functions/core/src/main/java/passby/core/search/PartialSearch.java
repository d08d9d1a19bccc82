package passby.core.search;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.plate.PlatePattern;
import passby.core.policy.EffectivePolicy;

/**
 * A search by a part of a plate as asked for, complete and within the bounds.
 *
 * @param query what
 * @param purpose why
 * @param requestId of the approval under which it is made, or null when it is only asked for
 * @param pageToken of the page before, or null for the first
 */
record PartialSearch(
        PartialQuery query,
        Purpose purpose,
        @Nullable String requestId,
        @Nullable String pageToken) {
    private static final int MAX_TOKEN = 2_000;
    private static final int MAX_ID = 40;

    /** What an approval is for, and what a page token belongs to: the same search for the same reason. */
    String canonical() {
        return query.canonical() + purpose.canonical();
    }

    /** The body of a request: without an approval and without pages. */
    static Checked<PartialSearch> parseRequest(Form body, EffectivePolicy policy, Purposes purposes, Instant now) {
        return parse(body, policy, purposes, now, Optional.empty(), Optional.empty());
    }

    /** The body of the search itself. */
    static Checked<PartialSearch> parse(Form body, EffectivePolicy policy, Purposes purposes, Instant now) {
        var token = body.optionalString("pageToken", MAX_TOKEN);
        var requestId = body.optionalString("requestId", MAX_ID)
                .filter(id -> Ulids.isUlid(id) || body.reject("requestId", "malformed", "the id of a search request"));
        if (requestId.isEmpty() && token.isEmpty() && body.isValid("requestId") && body.isValid("pageToken")) {
            body.reject("requestId", "missing", "a search by a part of a plate needs an approved search request");
        }
        return parse(body, policy, purposes, now, requestId, token);
    }

    private static Checked<PartialSearch> parse(
            Form body,
            EffectivePolicy policy,
            Purposes purposes,
            Instant now,
            Optional<String> requestId,
            Optional<String> token) {
        var pattern = body.code(
                "pattern",
                PlatePattern::parse,
                "letters, digits, ? for one character and * for many, at most 10 characters," + " at least "
                        + PlatePattern.MIN_FIXED + " of them known");
        var state = SearchRequest.state(body);
        var from = body.instant("from");
        var to = body.instant("to");
        SearchRequest.checkWindow(body, from, to, policy, now);
        var purpose = purposes.parse(body.form("purpose"), policy, SearchRequest.oldest(body, from));
        return body.checked(() -> new PartialSearch(
                new PartialQuery(pattern.orElseThrow(), state.orElse(null), from, to),
                purpose.orElseThrow(),
                requestId.orElse(null),
                token.orElse(null)));
    }

    /** A page token opens what its bearer may see: it is printed nowhere. */
    @Override
    public String toString() {
        return "PartialSearch[" + query + ", " + (pageToken == null ? "first page" : "later page") + "]";
    }
}
