package passby.core.review;

import org.jspecify.annotations.Nullable;
import passby.core.disclosure.Lot;
import passby.core.disclosure.Week;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.id.Digests;

/**
 * The bodies of a review: {@code {"commitment":"…"}}, then {@code {"number":"…"}} or {@code {"round":1,"randomness":"…"}}.
 *
 * @param number the auditor's own, or null where the beacon decides
 * @param beacon its round, or null where the number decides
 */
record DrawForm(@Nullable String number, Lot.@Nullable Beacon beacon) {
    private static final String DIGITS = "64 small hexadecimal digits";

    static Checked<String> commitment(Form body) {
        var hash = body.string("commitment", Digests.HEX, DIGITS);
        return body.checked(() -> hash);
    }

    /** @param committed whether the auditor committed to a number, which then decides */
    static Checked<DrawForm> parse(Form body, Week week, boolean committed) {
        if (committed) {
            var number = body.string("number", Digests.HEX, DIGITS);
            return body.checked(() -> new DrawForm(number, null));
        }
        var round = body.longValue("round", 1, Integer.MAX_VALUE);
        if (body.isValid("round") && round != Lot.Beacon.roundOf(week)) {
            body.reject("round", "out-of-range", "the first round an hour after the week: " + Lot.Beacon.roundOf(week));
        }
        var randomness = body.string("randomness", Digests.HEX, DIGITS);
        return body.checked(() -> new DrawForm(null, new Lot.Beacon(round, randomness)));
    }
}
