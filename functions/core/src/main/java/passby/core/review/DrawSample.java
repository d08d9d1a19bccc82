package passby.core.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import passby.core.audit.LoggedEntry;
import passby.core.audit.Openings;
import passby.core.audit.SealedLog;
import passby.core.disclosure.LedgerExport;
import passby.core.disclosure.Lot;
import passby.core.disclosure.ReviewDraw;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.sealing.EntryIndex;
import passby.core.sealing.Head;

/** Draws the sample of a week from the city's own log. */
public final class DrawSample {
    private static final String EMPTY = "The log has no entry of this week.";
    private static final String ANOTHER_NUMBER = "The number is not the one that was committed to.";
    private static final String TOO_LATE =
            "The commitment is not in the week's part of the log: the beacon must decide.";

    private final SealedLog log;
    private final EntryIndex index;
    private final Openings openings;

    public DrawSample(SealedLog log, EntryIndex index, Openings openings) {
        this.log = log;
        this.index = index;
        this.openings = openings;
    }

    /** What came of it. */
    sealed interface Outcome {
        record Drawn(ReviewDraw draw) implements Outcome {}

        /** @param why a sentence */
        record Impossible(String why) implements Outcome {}
    }

    Outcome of(WeeklyReview review, DrawForm form) {
        var week = review.week();
        var until = log.lastBefore(week.end());
        var since = log.lastBefore(week.start());
        var first = since.map(head -> head.checkpoint().size()).orElse(0L);
        if (until.isEmpty() || until.get().checkpoint().size() <= first) {
            return new Outcome.Impossible(EMPTY);
        }
        var beacon = form.beacon();
        var lot = beacon == null ? number(review, form.number(), until.get()) : new Found(beacon, "");
        return lot.lot() == null
                ? new Outcome.Impossible(lot.why())
                : new Outcome.Drawn(ReviewDraw.draw(
                        week,
                        since.map(Head::note).orElse(null),
                        until.get().note(),
                        lot.lot(),
                        types(until.get().checkpoint().size())));
    }

    /** The lot, or why there is none. */
    private record Found(@Nullable Lot lot, String why) {}

    private Found number(WeeklyReview review, @Nullable String number, Head until) {
        var commitment = review.commitment();
        if (number == null
                || commitment == null
                || !Lot.Committed.commitment(review.week(), number).equals(commitment.hash())) {
            return new Found(null, ANOTHER_NUMBER);
        }
        return committed(commitment.entryId(), until)
                .map(export -> new Found(new Lot.Committed(number, export), ""))
                .orElseGet(() -> new Found(null, TOO_LATE));
    }

    /** The entry of the commitment with the two fields that say what it was about, proved under the week's checkpoint. */
    private Optional<LedgerExport> committed(String entryId, Head until) {
        var place = index.find(entryId);
        var size = until.checkpoint().size();
        if (place.isEmpty() || place.getAsLong() >= size) {
            return Optional.empty();
        }
        var opened = openings.find(List.of(entryId)).getOrDefault(entryId, Map.<Field, Opening>of());
        var query = opened.get(Field.QUERY);
        var subject = opened.get(Field.SUBJECT);
        if (query == null || subject == null) {
            return Optional.empty();
        }
        var entry = log.from(place.getAsLong(), size).getFirst();
        var shown = new LoggedEntry(
                entry.index(), entry.canonical(), entry.sealed(), Map.of(Field.QUERY, query, Field.SUBJECT, subject));
        return Optional.of(new LedgerExport(until.note(), log.exported(List.of(shown), until)));
    }

    private LongFunction<String> types(long size) {
        return place -> log.from(place, size).getFirst().sealed().type();
    }
}
