package passby.core.hotlist;

import java.time.Instant;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.id.CaseNumber;
import passby.core.plate.Plate;

/** What is asked for: {@code {"plate", "state", "source", "reason", "caseNumber", "expires"}}, each required. */
final class SuppressionForm {

    private SuppressionForm() {}

    static Checked<Suppression> parse(Form body, String suppressionId, String owner, Instant now) {
        var plate = body.code("plate", Plate::parse, "1 to 10 letters and digits");
        var state = body.code(
                "state",
                code -> ListedState.parse(code)
                        .filter(ListedState.Named.class::isInstance)
                        .map(ListedState.Named.class::cast),
                "two capital letters");
        var source = body.string("source", HotListEntry.SOURCE, "the name of a list");
        if (source.equals(HotListEntry.CUSTOM)) {
            body.reject("source", "out-of-range", "an entry of the city's own is withdrawn instead");
        }
        var reason = body.string("reason", 500);
        var caseNumber = body.code("caseNumber", CaseNumber::parse, CaseNumber.DESCRIBED);
        var expires = body.instant("expires");
        if (body.isValid("expires") && (!expires.isAfter(now) || expires.isAfter(now.plus(Suppression.LONGEST)))) {
            body.reject(
                    "expires",
                    "out-of-range",
                    "after now and at most " + Suppression.LONGEST.toDays() + " days from now");
        }
        return body.checked(() -> new Suppression(
                suppressionId,
                source,
                plate.orElseThrow(),
                state.orElseThrow(),
                reason,
                caseNumber.orElseThrow(),
                owner,
                now,
                expires));
    }
}
