package passby.core.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** Requests of one kind, decided and lapsed ones too. */
public interface StoredRequests<T extends StoredRequest> {
    /** Read strongly. Whatever is no id is nobody's. */
    Optional<T> find(String requestId);

    /** Those that were asked for on the day of that instant, in UTC, the oldest first; read strongly. */
    List<T> askedOn(Instant day);

    Commit add(T request, Entry entry);

    /** Puts the next revision in the place of the one before it; a conflict when that is not the stored one. */
    Commit revise(T revised, Entry entry);

    /** Those of today and of the day on which the oldest that may still be decided was asked for, the oldest first. */
    default List<T> recent(SecondPerson kind, Instant now) {
        return Stream.of(kind.openSince(now), now)
                .flatMap(day -> askedOn(day).stream())
                .distinct()
                .toList();
    }
}
