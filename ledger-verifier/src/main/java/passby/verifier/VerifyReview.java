package passby.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import passby.core.disclosure.EntryFormatException;
import passby.core.disclosure.Lot;
import passby.core.disclosure.ReviewDraw;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.note.MalformedException;
import passby.core.note.Note;
import passby.core.note.VerifierKey;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.Tile;

/** Draws the sample of a weekly review again, from what the city published of it and from the log. */
final class VerifyReview {
    private static final String PLACE = "--review";

    private final VerifierKey key;
    private final Instant now;
    private final Report report = new Report();

    VerifyReview(VerifierKey key, Instant now) {
        this.key = key;
        this.now = now;
    }

    /** @param log null leaves out what only the log's entries can show: which places the rule draws */
    Report check(String json, @Nullable ListedFiles log) {
        try {
            var draw = ReviewDraw.parse(json);
            var until = signed("the week's checkpoint", draw.until());
            var since = draw.since() == null ? until : signed("the checkpoint before the week", draw.since());
            if (until.isPresent() && since.isPresent()) {
                checkTimes(draw, until.get());
                checkLot(draw, until.get());
                compare(draw, until.get(), log);
            }
        } catch (EntryFormatException | MalformedException e) {
            report.fail(Rule.REVIEW, PLACE, String.valueOf(e.getMessage()));
        }
        return report;
    }

    private Optional<SignedCheckpoint> signed(String place, Note note) {
        return SignedCheckpoint.of(place, note.bytes(), key, now, report);
    }

    private void checkTimes(ReviewDraw draw, SignedCheckpoint until) {
        if (!until.checkpoint().time().isBefore(draw.week().end())) {
            fail("its checkpoint was signed after the week");
        }
        var since = draw.since();
        if (since != null
                && !Checkpoint.parse(since.text()).time().isBefore(draw.week().start())) {
            fail("the checkpoint before the week was signed in it");
        }
    }

    private void checkLot(ReviewDraw draw, SignedCheckpoint until) {
        switch (draw.lot()) {
            case Lot.Beacon(var round, var randomness) -> {
                if (round != Lot.Beacon.roundOf(draw.week())) {
                    fail("its round is not the first one an hour after the week");
                }
                report.fact("compare with drand's chain quicknet: round " + round + " is " + randomness);
            }
            case Lot.Committed committed -> checkNumber(draw, committed, until);
        }
    }

    private void checkNumber(ReviewDraw draw, Lot.Committed lot, SignedCheckpoint until) {
        report.add(new VerifyProof(key, now).export(lot.commitment().json()));
        if (lot.commitment().entries().size() != 1) {
            fail("one entry commits to the number");
            return;
        }
        var entry = lot.commitment().entries().getFirst();
        var sealed = SealedEntry.parse(entry.canonical().getBytes(StandardCharsets.UTF_8));
        var query = entry.openings().get(Field.QUERY);
        var subject = entry.openings().get(Field.SUBJECT);
        if (!sealed.type().equals(EntryType.REVIEW_NUMBER_COMMITTED.code())
                || !sealed.outcome().equals("done")
                || query == null
                || subject == null
                || !subject.value().equals(draw.week().code())
                || !query.value().equals(Lot.Committed.commitment(draw.week(), lot.number()))) {
            fail("the entry commits to another number");
        }
        if (entry.index() >= until.size()) {
            fail("the number was committed to after the week's checkpoint");
        }
    }

    private void compare(ReviewDraw draw, SignedCheckpoint until, @Nullable ListedFiles log) {
        if (log == null) {
            report.fact("the places of the sample were not drawn again: name a log");
            return;
        }
        report.add(new VerifyProof(key, now).continued(draw.until().bytes(), log));
        checkLast(draw, until, log);
        if (!draw.sample(types(until.size(), log)).equals(draw.samples())) {
            fail("the rule draws other places than these");
        }
        report.fact("sample of " + draw.week().code() + ": " + draw.samples());
    }

    /** The sealer must not choose among the week's checkpoints: no later one of the week is kept. */
    private void checkLast(ReviewDraw draw, SignedCheckpoint until, ListedFiles log) {
        for (var path : log.paths()) {
            if (path.startsWith("checkpoints/")) {
                log.find(path)
                        .flatMap(bytes -> SignedCheckpoint.of(path, bytes, key, now, report))
                        .filter(other -> other.size() > until.size()
                                && other.checkpoint()
                                        .time()
                                        .isBefore(draw.week().end()))
                        .ifPresent(other -> report.fail(Rule.REVIEW, path, "a later checkpoint of the week is kept"));
            }
        }
    }

    private LongFunction<String> types(long size, ListedFiles log) {
        var bundles = new HashMap<Long, List<byte[]>>();
        return place -> {
            var tile = Tile.holding(Tile.ENTRIES, place, size);
            var bundle = bundles.computeIfAbsent(tile.index(), index -> bundle(tile, log));
            return SealedEntry.parse(bundle.get((int) (place % Tile.WIDTH))).type();
        };
    }

    private static List<byte[]> bundle(Tile tile, ListedFiles log) {
        return log.find(tile.path())
                .map(bytes -> EntryBundle.parse(bytes, tile.width(), Entry.MAX_BYTES))
                .or(() -> log.find(tile.filled().path())
                        .map(bytes -> EntryBundle.parse(bytes, Tile.WIDTH, Entry.MAX_BYTES)))
                .orElseThrow(() -> new MalformedException(tile.path() + " is missing"));
    }

    private void fail(String detail) {
        report.fail(Rule.REVIEW, PLACE, detail);
    }
}
