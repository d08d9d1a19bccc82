package passby.core.audit;

import java.time.Instant;
import java.util.List;

/** Which entries of the log tell of which person, by a key that names nobody. */
public interface PersonIndex {
    /**
     * One entry of one person.
     *
     * @param personMonth {@link PersonKey}
     * @param position of the entry in the log
     * @param expiresAt when the entry's openings go, and with them the reason to find it
     */
    record Row(String personMonth, long position, Instant expiresAt) {}

    /** Putting the same again changes nothing. */
    void put(List<Row> rows);

    /** Positions of at least {@code from}, in their order. */
    List<Long> find(String personMonth, long from, int limit);
}
