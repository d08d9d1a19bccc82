package passby.core.hotlist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.id.CaseNumber;

/**
 * The body of a custom entry: every field is required, the expiry above all. The plate may be a part of one, and may be left
 * out where the vehicle is described by at least two of make, model, style and colour.
 */
final class HotListEntryForm {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9/. -]{1," + VehicleDescription.MAX_PART + "}");
    private static final int FEWEST_PARTS = 2;

    private HotListEntryForm() {}

    /** @param longest life of any entry by the city's own clock; a category may have a shorter one */
    static Checked<HotListEntry> parse(Form body, String recordId, String author, Instant now, Duration longest) {
        var vehicle =
                body.optionalForm("vehicle").map(HotListEntryForm::vehicle).orElse(VehicleDescription.NONE);
        var target = target(body, vehicle);
        var state = body.code("state", ListedState::parse, "two capital letters, or UNKNOWN");
        var category = body.code("category", Category::parse, "a category of the closed list");
        var reason = body.string("reason", 500);
        var caseNumber = body.code("caseNumber", CaseNumber::parse, CaseNumber.DESCRIBED);
        var effective = body.instant("effective");
        var expires = body.instant("expires");
        if (body.isValid("expires") && (!expires.isAfter(effective) || !expires.isAfter(now))) {
            body.reject("expires", "out-of-range", "after its effective date and after now");
        }
        category.ifPresent(chosen -> {
            var most = chosen.longest().compareTo(longest) < 0 ? chosen.longest() : longest;
            if (expires.isAfter(now.plus(most))) {
                body.reject("expires", "out-of-range", "at most " + most.toDays() + " days from now");
            }
        });
        if (target.filter(Target.PlatePart.class::isInstance).isPresent()
                && expires.isAfter(now.plus(HotListEntry.LONGEST_PART))) {
            body.reject("expires", "out-of-range", "at most 72 hours from now for a part of a plate");
        }
        return body.checked(() -> new HotListEntry(
                HotListEntry.CUSTOM,
                recordId,
                target.orElseThrow(),
                state.orElseThrow(),
                vehicle,
                category.orElseThrow(),
                reason,
                caseNumber.orElseThrow(),
                author,
                effective,
                expires,
                now,
                category.orElseThrow().approvedFirst(),
                null,
                null,
                null,
                null,
                1));
    }

    private static Optional<Target> target(Form body, VehicleDescription vehicle) {
        var described = "1 to 10 letters and digits, or a part of a plate with ? and * and at least 3 known characters";
        if (vehicle.parts() >= FEWEST_PARTS && body.optionalString("plate", 100).isEmpty()) {
            return Optional.of(new Target.AnyPlate());
        }
        return body.code(
                "plate",
                text -> Target.parse(text).filter(target -> !target.code().isEmpty()),
                described);
    }

    private static VehicleDescription vehicle(Form body) {
        return new VehicleDescription(
                part(body, "year"), part(body, "make"), part(body, "model"), part(body, "style"), part(body, "colour"));
    }

    private static String part(Form body, String name) {
        var part = body.optionalString(name, VehicleDescription.MAX_PART);
        if (part.isPresent() && !PART.matcher(part.get()).matches()) {
            body.reject(name, "malformed", "letters, digits, spaces and / . -");
            return "";
        }
        return part.orElse("");
    }
}
