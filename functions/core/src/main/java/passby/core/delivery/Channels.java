package passby.core.delivery;

/** The ways to each kind of address. */
public record Channels(TextMessages texts, Pushes pushes, Webhooks webhooks) {
    /** What may succeed later is {@link Sending#FAILED} or an exception. */
    Sending send(Subscription subscription, Notice notice) {
        return switch (subscription.address()) {
            case PhoneNumber number -> texts.send(number, "Passby: " + notice.shortText());
            case Browser browser -> pushes.send(browser, notice);
            case Webhook webhook -> webhooks.send(subscription.subscriptionId(), webhook, notice);
        };
    }
}
