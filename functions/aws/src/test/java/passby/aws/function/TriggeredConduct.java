package passby.aws.function;

import java.time.Duration;
import java.util.Map;
import passby.aws.conduct.WatchConductHandler;
import passby.core.audit.InMemoryOpenings;
import passby.core.audit.SealedLog;
import passby.core.conduct.ConductKeys;
import passby.core.conduct.InMemoryActs;
import passby.core.conduct.InMemoryConductReviews;
import passby.core.conduct.InMemoryDuties;
import passby.core.conduct.InMemoryMarkedPlates;
import passby.core.conduct.JudgeConduct;
import passby.core.conduct.MarkedPlates;
import passby.core.conduct.WatchConduct;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.note.TestKeys;
import passby.core.plate.Plate;
import passby.core.sealing.TestLog;
import passby.core.testing.InMemoryCity;
import passby.core.testing.TestData;

/** What the hourly look at people's conduct finds: a decoy that an officer searched. */
final class TriggeredConduct {
    private final InMemoryCity stores;
    private final EntryFactory entries;
    private final Ulids ids;
    private final TestLog log = new TestLog();
    private final InMemoryOpenings openings = new InMemoryOpenings();
    private final InMemoryConductReviews reviews;
    private final InMemoryMarkedPlates marked;

    TriggeredConduct(InMemoryCity stores, EntryFactory entries, Ulids ids) {
        this.stores = stores;
        this.entries = entries;
        this.ids = ids;
        this.reviews = new InMemoryConductReviews(stores.ledger());
        this.marked = new InMemoryMarkedPlates(stores.ledger());
    }

    Due decoySearched() {
        var watch = watch();
        watch.handle();
        var decoy = new Plate("47ACEF39");
        marked.mark(
                new MarkedPlates.Marked(
                        MarkedPlates.DECOY, TestData.CITY_KEY.plateKey(decoy), TestData.NOW.plus(Duration.ofDays(90))),
                TestData.entry(EntryType.DECOY_PLACED));
        var search = TestData.entry(
                EntryType.SEARCH, Map.of(Field.ACTOR, "officer-yang", Field.PLATE, decoy.raw(), Field.CAMERAS, "all"));
        log.accept(search);
        openings.accept(search);
        log.sealer().handle();
        return new Due(
                Triggered.byClock(new WatchConductHandler(watch, TriggeredCity.METRICS)),
                () -> reviews.all().size() == 1);
    }

    private WatchConduct watch() {
        var keys = new ConductKeys(() -> TestData.CITY_KEY);
        var acts = new InMemoryActs();
        var judge = new JudgeConduct(
                acts,
                reviews,
                new InMemoryDuties(stores.ledger()),
                marked,
                keys,
                entries,
                () -> TestData.POLICY_HASH,
                ids,
                log.clock);
        return new WatchConduct(
                new SealedLog(log.store, TestKeys.LOG::verifierKey),
                openings,
                acts,
                judge,
                reviews,
                stores.watermarks(),
                keys,
                log.clock);
    }
}
