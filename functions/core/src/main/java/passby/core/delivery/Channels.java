package passby.core.delivery;

/** The ways to each kind of address. */
public record Channels(TextMessages texts, Pushes pushes, Webhooks webhooks, Emails emails) {
    /** A carrier bills by the character, a mail server does not: the whole fixed text is sent. The subject stands on lock screens too. */
    private static final String SUBJECT = "Passby";

    /** Of a city that sends no e-mail. */
    public Channels(TextMessages texts, Pushes pushes, Webhooks webhooks) {
        this(texts, pushes, webhooks, Emails.NONE);
    }

    /** What may succeed later is {@link Sending#FAILED} or an exception. */
    Sending send(Subscription subscription, Notice notice) {
        return switch (subscription.address()) {
            case PhoneNumber number -> texts.send(number, "Passby: " + notice.shortText());
            case EmailAddress mailbox -> emails.send(mailbox, SUBJECT, "Passby: " + notice.text());
            case Browser browser -> pushes.send(browser, notice);
            case Webhook webhook -> webhooks.send(subscription.subscriptionId(), webhook, notice);
        };
    }
}
