package passby.core.delivery;

/** Sends e-mail. What may succeed later, such as a throttled message, is an exception. */
public interface Emails {
    /** Of a city that has named no sender. */
    Emails NONE = new Emails() {
        @Override
        public boolean isConfigured() {
            return false;
        }

        @Override
        public Sending send(EmailAddress address, String subject, String text) {
            return Sending.FAILED;
        }
    };

    /** Whether the city has a sender at all: without one nobody subscribes a mailbox. */
    boolean isConfigured();

    /**
     * @return {@link Sending#GONE} for an address that bounced for good, or whose owner complained: its subscription ends
     */
    Sending send(EmailAddress address, String subject, String text);
}
