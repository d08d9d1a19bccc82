package passby.core.hit;

/** Publishes alerts. Delivery is at least once: the app shows one for each hit. */
public interface Alerts {
    void publish(Alert alert);
}
