package passby.aws.delivery;

import passby.core.delivery.EmailAddress;
import passby.core.delivery.Emails;
import passby.core.delivery.Sending;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.EmailContent;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;

/**
 * E-mail by SES, as plain text. An address that bounced for good, or whose owner called a message spam, is on the account's
 * suppression list, where SES itself puts it: it is asked before each message, because SES takes a message to such an address
 * and only then drops it. (Amazon SES Developer Guide, "Using the account-level suppression list")
 */
public final class SesEmails implements Emails {
    private static final String UTF_8 = "UTF-8";

    private final SesV2Client ses;
    private final String sender;

    /** @param sender an address of an identity that the account has verified */
    public SesEmails(SesV2Client ses, String sender) {
        this.ses = ses;
        this.sender = sender;
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public Sending send(EmailAddress address, String subject, String text) {
        if (isSuppressed(address)) {
            return Sending.GONE;
        }
        try {
            ses.sendEmail(send -> send.fromEmailAddress(sender)
                    .destination(to -> to.toAddresses(address.value()))
                    .content(content(subject, text)));
            return Sending.SENT;
        } catch (BadRequestException e) {
            return Sending.REFUSED;
        }
    }

    private boolean isSuppressed(EmailAddress address) {
        try {
            ses.getSuppressedDestination(get -> get.emailAddress(address.value()));
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static EmailContent content(String subject, String text) {
        return EmailContent.builder()
                .simple(Message.builder()
                        .subject(plain(subject))
                        .body(Body.builder().text(plain(text)).build())
                        .build())
                .build();
    }

    private static Content plain(String text) {
        return Content.builder().data(text).charset(UTF_8).build();
    }
}
