package passby.core.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import passby.core.audit.InMemoryOpenings;
import passby.core.audit.SealedLog;
import passby.core.id.Ulids;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.InMemoryWatermarks;
import passby.core.ledger.Outcome;
import passby.core.note.TestKeys;
import passby.core.retention.NonHitRetention;
import passby.core.sealing.TestLog;
import passby.core.testing.InMemoryCity;
import passby.core.testing.TestData;

/** A city whose people search, whose log is sealed, and whose conduct is watched each hour. */
final class WatchedCity {
    final TestLog log = new TestLog();
    final InMemoryCity city = new InMemoryCity();
    final InMemoryOpenings openings = new InMemoryOpenings();
    final InMemoryActs acts = new InMemoryActs();
    final InMemoryConductReviews reviews = new InMemoryConductReviews(city.ledger());
    final InMemoryDuties duties = new InMemoryDuties(city.ledger());
    final InMemoryMarkedPlates marked = new InMemoryMarkedPlates(city.ledger());
    final ConductKeys keys = new ConductKeys(() -> TestData.CITY_KEY);
    private final EntryFactory entries = new EntryFactory(log.clock, city.entropy());
    private final WatchConduct watch;

    WatchedCity() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        this.watch = new WatchConduct(
                new SealedLog(log.store, TestKeys.LOG::verifierKey),
                openings,
                acts,
                judge(),
                reviews,
                new InMemoryWatermarks(city.ledger()),
                keys,
                log.clock);
        seal();
        watch.handle();
    }

    JudgeConduct judge() {
        return new JudgeConduct(
                acts,
                reviews,
                duties,
                marked,
                keys,
                entries,
                () -> TestData.POLICY_HASH,
                new Ulids(log.clock, city.entropy()),
                log.clock);
    }

    void set(Instant now) {
        log.clock.set(now);
    }

    void advance(Duration duration) {
        log.clock.advance(duration);
    }

    Entry search(String personId, String plate, String caseNumber) {
        return enter(
                EntryType.SEARCH, Outcome.DONE, personId, Map.of(Field.PLATE, plate, Field.CASE_NUMBER, caseNumber));
    }

    Entry enter(EntryType type, Outcome outcome, String personId, Map<Field, String> more) {
        var committed = new HashMap<Field, String>(
                Map.of(Field.ACTOR, personId, Field.CAMERAS, "all", Field.DEVICE, "a phone"));
        committed.putAll(more);
        var entry = entries.create(type, outcome, TestData.POLICY_HASH, committed);
        log.accept(entry);
        openings.accept(entry);
        return entry;
    }

    void seal() {
        log.sealer().handle();
    }

    /** What the run of this hour found, after everything that was entered is sealed. */
    WatchConduct.Watched watch() {
        seal();
        return watch.handle();
    }

    List<ConductReview> reviewsOf(String personId) {
        return reviews.all().stream()
                .filter(review -> review.personId().equals(personId))
                .toList();
    }
}
