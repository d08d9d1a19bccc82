package passby.core.hotlist;

import java.time.Instant;
import java.util.regex.Pattern;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.plate.Plate;

/** The body of a custom entry: every field is required, the expiry above all. */
final class HotListEntryForm {
    static final Pattern CASE_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/_. -]{2,39}");

    private HotListEntryForm() {}

    static Checked<HotListEntry> parse(Form body, String recordId, String author, Instant now) {
        var plate = body.code("plate", Plate::parse, "1 to 10 letters and digits");
        var state = body.code("state", ListedState::parse, "two capital letters, or UNKNOWN");
        var category = body.code("category", Category::parse, "a category of the closed list");
        var reason = body.string("reason", 500);
        var caseNumber = body.string("caseNumber", CASE_NUMBER, "a case number, 3 to 40 letters, digits and / _ . -");
        var effective = body.instant("effective");
        var expires = body.instant("expires");
        if (body.isValid("expires") && (!expires.isAfter(effective) || !expires.isAfter(now))) {
            body.reject("expires", "out-of-range", "after its effective date and after now");
        }
        category.ifPresent(chosen -> {
            if (expires.isAfter(now.plus(chosen.longest()))) {
                body.reject(
                        "expires", "out-of-range", "at most " + chosen.longest().toDays() + " days from now");
            }
        });
        return body.checked(() -> new HotListEntry(
                HotListEntry.CUSTOM,
                recordId,
                plate.orElseThrow(),
                state.orElseThrow(),
                category.orElseThrow(),
                reason,
                caseNumber,
                author,
                effective,
                expires,
                now,
                null,
                null));
    }
}
