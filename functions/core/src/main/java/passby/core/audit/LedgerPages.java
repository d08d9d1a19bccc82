package passby.core.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.sealing.Head;

/** Finds entries page by page: along the log, or along one person's entries. */
public final class LedgerPages {
    /** What one page reads at most: 10,240 entries. A page may therefore hold fewer than it could, and still not be the last. */
    private static final int MAX_BUNDLES = 40;

    /** The same of one person's entries that are not those asked for, each of which is read by itself. */
    private static final int MAX_PASSED_OVER = 500;

    private final SealedLog log;
    private final Openings openings;
    private final PersonIndex people;
    private final PersonKey keys;

    public LedgerPages(SealedLog log, Openings openings, PersonIndex people, PersonKey keys) {
        this.log = log;
        this.openings = openings;
        this.people = people;
        this.keys = keys;
    }

    /**
     * Some entries.
     *
     * @param next place from which the next page looks on; empty when this was the last
     */
    record Page(List<LoggedEntry> entries, OptionalLong next) {}

    /** @param after place of the page before, null for the first */
    Page page(LedgerQuery query, Head head, @Nullable Long after, int limit) {
        var found = query.person() == null
                ? alongTheLog(query, head, after == null ? log.startOf(query.from()) : after, limit)
                : ofPerson(query, query.person(), head, after == null ? 0 : after, limit);
        return new Page(opened(found.entries()), found.next());
    }

    List<LoggedEntry> opened(List<LoggedEntry> entries) {
        var ids = entries.stream().map(entry -> entry.sealed().entryId()).toList();
        var opened = openings.find(ids);
        return entries.stream()
                .map(entry -> entry.opened(opened.getOrDefault(entry.sealed().entryId(), Map.<Field, Opening>of())))
                .toList();
    }

    private Page alongTheLog(LedgerQuery query, Head head, long from, int limit) {
        var size = head.checkpoint().size();
        var found = new ArrayList<LoggedEntry>();
        var at = from;
        for (var bundles = 0; bundles < MAX_BUNDLES && at < size; bundles++) {
            for (var entry : log.from(at, size)) {
                if (found.size() == limit) {
                    return new Page(found, OptionalLong.of(entry.index()));
                }
                if (isBehind(query, entry)) {
                    return new Page(found, OptionalLong.empty());
                }
                if (query.matches(entry)) {
                    found.add(entry);
                }
                at = entry.index() + 1;
            }
        }
        return new Page(found, at < size ? OptionalLong.of(at) : OptionalLong.empty());
    }

    /** Entries may be sealed some hours late, at the worst: only then it is certain that none of the span follows. */
    private static boolean isBehind(LedgerQuery query, LoggedEntry entry) {
        var hour = Instant.parse(entry.sealed().hour().replace("Z", ":00:00Z"));
        return hour.isAfter(query.to().plusSeconds(6 * 3600));
    }

    private Page ofPerson(LedgerQuery query, String person, Head head, long from, int limit) {
        var size = head.checkpoint().size();
        var found = new ArrayList<LoggedEntry>();
        var passedOver = 0;
        var positions = positions(query, person, from, limit + 1)
                .filter(position -> position < size)
                .iterator();
        while (positions.hasNext()) {
            var position = positions.next();
            if (found.size() == limit || passedOver == MAX_PASSED_OVER) {
                return new Page(found, OptionalLong.of(position));
            }
            var entry = log.from(position, size).getFirst();
            if (query.matches(entry)) {
                found.add(entry);
            } else {
                passedOver++;
            }
        }
        return new Page(found, OptionalLong.empty());
    }

    /** Places of all entries of a person in the months of the span, of whatever type and time; read as they are used. */
    private Stream<Long> positions(LedgerQuery query, String person, long from, int atOnce) {
        var last = PersonKey.month(query.to());
        return Stream.iterate(
                        PersonKey.month(query.from()), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> keys.of(person, month))
                .flatMap(key -> Stream.iterate(
                                people.find(key, from, atOnce),
                                read -> !read.isEmpty(),
                                read -> read.size() < atOnce ? List.of() : people.find(key, read.getLast() + 1, atOnce))
                        .flatMap(List::stream));
    }
}
