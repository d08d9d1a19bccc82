package passby.core.delivery;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import passby.core.capture.Camera;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.hotlist.Category;

/**
 * What is asked for: {@code {"number", "webPush", "email" or "webhook", "categories", "zones", "quietHours": {"from", "to", "timeZone"}}}, where a
 * number, a browser or a mailbox is an officer's own and a webhook the city's.
 */
record SubscriptionForm(Place place, AlertFilter filter) {
    /** Where to; a webhook has no secret yet. */
    sealed interface Place {
        record Telephone(PhoneNumber number) implements Place {}

        record Installed(Browser browser) implements Place {}

        record Mailbox(EmailAddress address) implements Place {}

        record Receiver(WebhookUrl url) implements Place {}
    }

    /** The end of the year 9999. */
    private static final long LATEST_MILLIS = 253_402_300_799_999L;

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final String CATEGORIES =
            Arrays.stream(Category.values()).map(Category::code).collect(Collectors.joining(", "));

    static Checked<SubscriptionForm> parse(Form body) {
        var place = place(body);
        var categories = body.codes("categories", Category::parse, CATEGORIES);
        var zones = zones(body);
        var quiet = body.optionalForm("quietHours").flatMap(SubscriptionForm::quietHours);
        return body.checked(() ->
                new SubscriptionForm(place.orElseThrow(), new AlertFilter(categories, zones, quiet.orElse(null))));
    }

    private static Optional<Place> place(Form body) {
        if (body.asSent("webhook", 1).isPresent()) {
            return webhook(body);
        }
        if (body.asSent("email", 1).isPresent()) {
            return email(body);
        }
        var webPush = body.optionalForm("webPush");
        return webPush.isPresent() ? webPush.flatMap(SubscriptionForm::browser) : number(body);
    }

    /** As a browser writes itself; when it says that it expires, its push service says so too when the time is over. */
    private static Optional<Place> browser(Form form) {
        form.optionalLong("expirationTime", 0, LATEST_MILLIS);
        var keys = form.form("keys");
        var endpoint = form.code("endpoint", PushEndpoint::parse, PushEndpoint.FORM);
        var key = keys.code("p256dh", text -> Optional.of(text).filter(Browser::isKey), Browser.KEY_FORM);
        var secret = keys.code("auth", text -> Optional.of(text).filter(Browser::isAuth), Browser.AUTH_FORM);
        return endpoint.isPresent() && key.isPresent() && secret.isPresent()
                ? Optional.of(new Place.Installed(new Browser(endpoint.get(), key.get(), secret.get())))
                : Optional.empty();
    }

    private static Optional<Place> number(Form body) {
        var number = body.string("number", PhoneNumber.FORM, "a phone number in E.164, such as +15555550123");
        return body.isValid("number") ? Optional.of(new Place.Telephone(new PhoneNumber(number))) : Optional.empty();
    }

    private static Optional<Place> email(Form body) {
        var address = body.string("email", EmailAddress.FORM, "an e-mail address of at most 254 characters");
        return body.isValid("email") ? Optional.of(new Place.Mailbox(new EmailAddress(address))) : Optional.empty();
    }

    private static Optional<Place> webhook(Form body) {
        return body.code("webhook", WebhookUrl::parse, WebhookUrl.FORM).map(Place.Receiver::new);
    }

    private static Set<String> zones(Form body) {
        return body.codes(
                "zones",
                zone -> Optional.of(zone)
                        .filter(text -> Camera.ZONE.matcher(text).matches()),
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
