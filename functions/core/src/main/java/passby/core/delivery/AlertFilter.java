package passby.core.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passby.core.hit.Alert;
import passby.core.hotlist.Category;

/**
 * Which alerts an officer wants.
 *
 * @param categories all of them when it is empty
 * @param zones all of them when it is empty
 * @param quietHours null for none
 */
public record AlertFilter(
        Set<Category> categories,
        Set<String> zones,
        @Nullable QuietHours quietHours) {
    /** A life is in danger: these come at any hour. */
    public static final Set<Category> HIGH_PRIORITY =
            Set.of(Category.AMBER_ALERT, Category.BLUE_ALERT, Category.CHILD_ABDUCTION, Category.TERRORIST_WATCH_LIST);

    public AlertFilter {
        categories = Set.copyOf(categories);
        zones = Set.copyOf(zones);
    }

    /**
     * An advisory alert is shown and never sent: it comes without sound or push. One that nobody has viewed goes to everybody,
     * whatever they chose.
     */
    public boolean accepts(Alert alert, Instant now) {
        return !alert.advisory() && (alert.escalated() || isChosen(alert, now));
    }

    /**
     * Whether an alert of the city's own entry goes to this officer because of the shift alone, so that nobody can follow one car
     * alone (product.md, C2): to whoever is on duty, whatever they chose, and where nobody entered hours, outside of quiet hours.
     *
     * @param onDuty empty where nothing is known of the officer's hours
     */
    boolean acceptsForTheShift(Alert alert, Instant now, Optional<Boolean> onDuty) {
        return alert.own() && !alert.advisory() && onDuty.orElseGet(() -> quietHours == null || !quietHours.cover(now));
    }

    private boolean isChosen(Alert alert, Instant now) {
        return (categories.isEmpty() || categories.contains(alert.category()))
                && (zones.isEmpty() || zones.contains(alert.zone()))
                && (HIGH_PRIORITY.contains(alert.category()) || quietHours == null || !quietHours.cover(now));
    }
}
