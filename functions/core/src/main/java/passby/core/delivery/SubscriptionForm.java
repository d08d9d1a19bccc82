package passby.core.delivery;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.hotlist.Category;

/** What an officer asks for: {@code {"number", "categories", "zones", "quietHours": {"from", "to", "timeZone"}}}. */
record SubscriptionForm(PhoneNumber number, AlertFilter filter) {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern ZONE = Pattern.compile("[a-z0-9-]{1,32}");
    private static final String CATEGORIES =
            Arrays.stream(Category.values()).map(Category::code).collect(Collectors.joining(", "));

    static Checked<SubscriptionForm> parse(Form body) {
        var number = body.string("number", PhoneNumber.FORM, "a phone number in E.164, such as +15555550123");
        var categories = body.codes("categories", Category::parse, CATEGORIES);
        var zones = zones(body);
        var quiet = body.optionalForm("quietHours").flatMap(SubscriptionForm::quietHours);
        return body.checked(() ->
                new SubscriptionForm(new PhoneNumber(number), new AlertFilter(categories, zones, quiet.orElse(null))));
    }

    private static Set<String> zones(Form body) {
        return body.codes(
                "zones",
                zone -> Optional.of(zone).filter(text -> ZONE.matcher(text).matches()),
                "1 to 32 characters a-z, 0-9 and hyphen");
    }

    private static Optional<QuietHours> quietHours(Form form) {
        var from = form.string("from", TIME, "a time such as 22:00");
        var to = form.string("to", TIME, "a time such as 06:00");
        var zone = form.code("timeZone", SubscriptionForm::timeZone, "a time zone such as America/Chicago");
        return form.isValid("from") && form.isValid("to")
                ? zone.map(timeZone -> new QuietHours(LocalTime.parse(from), LocalTime.parse(to), timeZone))
                : Optional.empty();
    }

    private static Optional<ZoneId> timeZone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
