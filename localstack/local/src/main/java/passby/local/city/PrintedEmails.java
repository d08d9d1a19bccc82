package passby.local.city;

import java.util.function.Consumer;
import passby.core.delivery.EmailAddress;
import passby.core.delivery.Emails;
import passby.core.delivery.Sending;
import passby.local.engine.Delivered;

/** Stands in for SES on one machine: shows what a mailbox would get. */
record PrintedEmails(Consumer<Delivered> delivered) implements Emails {
    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public Sending send(EmailAddress address, String subject, String text) {
        delivered.accept(new Delivered("E-MAIL", address.value(), text));
        return Sending.SENT;
    }
}
