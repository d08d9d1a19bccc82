package passby.aws.wiring;

import java.util.function.Supplier;
import passby.core.delivery.EmailAddress;
import passby.core.delivery.Emails;
import passby.core.delivery.Sending;

/** Looks for the city's sender at the first use: a function that sends no e-mail is not told it. */
record LazyEmails(Supplier<? extends Emails> emails) implements Emails {
    @Override
    public boolean isConfigured() {
        return emails.get().isConfigured();
    }

    @Override
    public Sending send(EmailAddress address, String subject, String text) {
        return emails.get().send(address, subject, text);
    }
}
