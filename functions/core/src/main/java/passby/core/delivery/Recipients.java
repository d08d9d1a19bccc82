package passby.core.delivery;

import java.time.Instant;
import java.util.List;
import passby.core.hit.HitId;

/** Who gets an alert, and whether they have got it. */
public interface Recipients {
    /** Every confirmed subscription, read strongly: one that was ended is not among them at the next alert. */
    List<Subscription> confirmed();

    boolean hasReceived(Subscription subscription, HitId hitId);

    /** @param expiresAt when the mark may go: the queue brings nothing back that is older */
    void markReceived(Subscription subscription, HitId hitId, Instant expiresAt);
}
