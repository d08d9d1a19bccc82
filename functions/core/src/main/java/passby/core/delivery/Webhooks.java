package passby.core.delivery;

/** Calls systems of the city's. A system that is away, slow or broken is {@link Sending#FAILED}, never an exception. */
public interface Webhooks {
    Sending send(String subscriptionId, Webhook webhook, Notice notice);
}
