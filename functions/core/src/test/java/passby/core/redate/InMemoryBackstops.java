package passby.core.redate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules in memory, and how often they were asked for and replaced. */
public final class InMemoryBackstops implements PictureBackstops {
    final List<BackstopDays> puts = new ArrayList<>();
    int asked;

    @Override
    public Optional<BackstopDays> find() {
        asked++;
        return puts.isEmpty() ? Optional.empty() : Optional.of(puts.getLast());
    }

    @Override
    public void put(BackstopDays days) {
        puts.add(days);
    }
}
