package passby.local.city;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import passby.core.redate.BackstopDays;
import passby.core.redate.PictureBackstops;

/** Rules in memory. */
final class KeptRules implements PictureBackstops {
    private final AtomicReference<@Nullable BackstopDays> days = new AtomicReference<>();

    @Override
    public Optional<BackstopDays> find() {
        return Optional.ofNullable(days.get());
    }

    @Override
    public void put(BackstopDays wanted) {
        days.set(wanted);
    }
}
