package passby.core.hit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps every alert that was published; fails on demand. */
public final class InMemoryAlerts implements Alerts {
    private final List<Alert> published = new ArrayList<>();
    private final Set<HitId> refused = new HashSet<>();
    private boolean reachable = true;

    public synchronized void setReachable(boolean yes) {
        reachable = yes;
    }

    /** From now on no alert of that hit goes out. */
    public synchronized void refuse(HitId hitId) {
        refused.add(hitId);
    }

    @Override
    public synchronized void publish(Alert alert) {
        if (!reachable || refused.contains(alert.hitId())) {
            throw new IllegalStateException("the topic cannot be reached");
        }
        published.add(alert);
    }

    public synchronized List<Alert> published() {
        return List.copyOf(published);
    }
}
