package passby.core.hit;

import java.util.ArrayList;
import java.util.List;

/** Keeps every alert that was published; fails on demand. */
public final class InMemoryAlerts implements Alerts {
    private final List<Alert> published = new ArrayList<>();
    private boolean reachable = true;

    public synchronized void setReachable(boolean yes) {
        reachable = yes;
    }

    @Override
    public synchronized void publish(Alert alert) {
        if (!reachable) {
            throw new IllegalStateException("the topic cannot be reached");
        }
        published.add(alert);
    }

    public synchronized List<Alert> published() {
        return List.copyOf(published);
    }
}
