package passby.core.review;

import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.caller;
import static passby.core.testing.TestData.person;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import passby.core.audit.InMemoryOpenings;
import passby.core.audit.SealedLog;
import passby.core.disclosure.Lot;
import passby.core.disclosure.Week;
import passby.core.form.Form;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.note.TestKeys;
import passby.core.people.Caller;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.retention.NonHitRetention;
import passby.core.sealing.TestLog;
import passby.core.testing.InMemoryCity;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A city whose log grows, with an auditor who reviews it and a chief who approves. */
public final class ReviewedCity {
    public static final String NUMBER = "17".repeat(32);

    public final TestLog log = new TestLog();
    public final InMemoryCity city = new InMemoryCity();
    public final InMemoryOpenings openings = new InMemoryOpenings();
    public final InMemoryReviews reviews = new InMemoryReviews(city.ledger());
    public final Week week = Week.of(NOW);
    private final Person auditor = person("auditor-quist", Role.AUDITOR);
    private final Person chief = person("chief-ito", Role.CHIEF);

    public ReviewedCity() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    public ReviewWeeks reviewWeeks() {
        var drawSample = new DrawSample(new SealedLog(log.store, TestKeys.LOG::verifierKey), log.index, openings);
        return new ReviewWeeks(TestAuthorizer.open(city, log.clock), reviews, drawSample, log.clock);
    }

    public WeeklyReview stored() {
        return reviews.find(week).orElseThrow();
    }

    /** With a second factor shown just now. */
    public Caller auditor() {
        return now(auditor);
    }

    public Caller chief() {
        return now(chief);
    }

    private Caller now(Person person) {
        var caller = caller(person);
        return new Caller(person, caller.sessionId(), log.clock.instant(), caller.device());
    }

    /** Searches of officers among twice as many counts, sealed now. */
    public List<Entry> work(int searches) {
        var accepted = log.accept(searches);
        for (var i = 0; i < 2 * searches; i++) {
            log.accept(TestData.entry(EntryType.COUNTED));
        }
        log.sealer().handle();
        return accepted;
    }

    /** Takes what the city's ledger holds into the log, as the sealer does. */
    public void sealLedger() {
        for (var entry : city.ledger().entries()) {
            if (log.index.find(entry.entryId()).isEmpty()) {
                log.accept(entry);
                openings.accept(entry);
            }
        }
        log.sealer().handle();
    }

    public void endOfWeek() {
        log.clock.set(week.end().plus(Duration.ofHours(2)));
    }

    public Form commitment() {
        return new Form(Map.of("commitment", Lot.Committed.commitment(week, NUMBER)));
    }

    public Form number() {
        return new Form(Map.of("number", NUMBER));
    }

    public Form beacon() {
        return new Form(Map.of("round", BigDecimal.valueOf(Lot.Beacon.roundOf(week)), "randomness", "2a".repeat(32)));
    }

    public Form report(int questioned) {
        return new Form(Map.of(
                "questioned", BigDecimal.valueOf(questioned), "narrative", "Read all of them with their reports."));
    }
}
