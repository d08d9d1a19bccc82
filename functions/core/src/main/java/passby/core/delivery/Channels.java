package passby.core.delivery;

/** The ways to each kind of address. */
public record Channels(TextMessages texts, Webhooks webhooks) {
    /** What may succeed later is {@link Sending#FAILED} or an exception. */
    Sending send(Subscription subscription, Notice notice) {
        return switch (subscription.address()) {
            case PhoneNumber number -> texts.send(number, text(notice));
            case Webhook webhook -> webhooks.send(subscription.subscriptionId(), webhook, notice);
        };
    }

    /** Carriers read it and it stands on a lock screen: category, zone and short code, never a plate or a link. (D1) */
    private static String text(Notice notice) {
        return switch (notice) {
            case Notice.Confirmation confirmation ->
                "Passby: your code is " + confirmation.code()
                        + ". If you did not subscribe to alerts, ignore this message.";
            case Notice.EntryEnds ends ->
                "Passby: your hot-list entry " + ends.recordId() + " ends in "
                        + Math.max(1, ends.left().toHours())
                        + " h" + (ends.approved() ? "." : ", because nobody has approved it.")
                        + " Change it if it is still needed.";
            case Notice.OfHit(var alert) ->
                "Passby: " + alert.category().code() + ", zone " + alert.zone() + ", code "
                        + alert.hitId().shortCode() + ". " + alert.text();
        };
    }
}
