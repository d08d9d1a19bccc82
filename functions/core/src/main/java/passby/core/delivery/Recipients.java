package passby.core.delivery;

import java.time.Instant;
import java.util.List;
import passby.core.hit.Alert;

/** Who gets an alert, and whether they have got it. */
public interface Recipients {
    /** Every confirmed subscription, read strongly: one that was ended is not among them at the next alert. */
    List<Subscription> confirmed();

    /** An alert that is escalated is another one than the first of its hit. */
    boolean hasReceived(Subscription subscription, Alert alert);

    /** @param expiresAt when the mark may go: the queue brings nothing back that is older */
    void markReceived(Subscription subscription, Alert alert, Instant expiresAt);
}
