package passby.core.audit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.sealing.EntryIndex;

/** Notes of each sealed entry whose it is, as long as it can be opened. */
public final class IndexPeople implements EntryIndex {
    private final EntryIndex index;
    private final Openings openings;
    private final PersonIndex people;
    private final PersonKey keys;
    private final Supplier<Duration> openingsKept;

    public IndexPeople(
            EntryIndex index, Openings openings, PersonIndex people, PersonKey keys, Supplier<Duration> openingsKept) {
        this.index = index;
        this.openings = openings;
        this.people = people;
        this.keys = keys;
        this.openingsKept = openingsKept;
    }

    /** The people first: an entry that is found by its id is found by its person too. */
    @Override
    public void put(long first, List<String> entryIds) {
        var opened = openings.find(entryIds);
        var rows = new ArrayList<PersonIndex.Row>();
        for (var i = 0; i < entryIds.size(); i++) {
            var fields = opened.get(entryIds.get(i));
            var actor = fields == null ? null : fields.get(Field.ACTOR);
            var time = fields == null ? Optional.<Instant>empty() : time(fields.get(Field.TIME));
            if (actor != null && time.isPresent()) {
                var key = keys.of(actor.value(), PersonKey.month(time.get()));
                rows.add(new PersonIndex.Row(key, first + i, time.get().plus(openingsKept.get())));
            }
        }
        people.put(rows);
        index.put(first, entryIds);
    }

    @Override
    public OptionalLong find(String entryId) {
        return index.find(entryId);
    }

    @Override
    public Map<String, Long> find(List<String> entryIds) {
        return index.find(entryIds);
    }

    private static Optional<Instant> time(@Nullable Opening opening) {
        try {
            return opening == null ? Optional.empty() : Optional.of(Instant.parse(opening.value()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
