package passby.core.search;

import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import passby.core.conduct.InMemoryDecoyReads;
import passby.core.conduct.InMemoryMarkedPlates;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.Ledger;
import passby.core.people.Caller;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Read;
import passby.core.reason.ReasonRules;
import passby.core.request.Result;
import passby.core.testing.ARead;
import passby.core.testing.CountingEntropy;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A city with reads to search, and searches that are complete unless a test takes something away. */
final class Searches {
    final MutableClock clock = new MutableClock(NOW);
    final InMemoryCity city = new InMemoryCity();
    final Caller caller = TestData.officer("officer-lopez");

    private final CountingEntropy entropy = new CountingEntropy(1);
    private final PageTokens tokens = new PageTokens(() -> TestData.CITY_KEY, entropy);
    private final Ulids ids = new Ulids(clock, entropy);

    Searches(EffectivePolicy policy) {
        city.policyDocuments().put(policy);
    }

    /** Decoys among the reads: none until a test places one. */
    final InMemoryDecoyReads decoys = new InMemoryDecoyReads(city.ledger(), new InMemoryMarkedPlates(city.ledger()));

    DecoyRows decoyRows() {
        return new DecoyRows(now -> decoys.reads(TestData.CITY_KEY, now), city.frames(), clock);
    }

    Purposes purposes() {
        return new Purposes(ReasonRules.load(), city.counters(), clock);
    }

    SearchPlates search() {
        return search(city.ledger());
    }

    SearchPlates search(Ledger ledger) {
        return new SearchPlates(
                TestAuthorizer.open(city, ledger, clock),
                city.frames(),
                silent(),
                city.limits(),
                tokens,
                purposes(),
                () -> TestData.CITY_KEY,
                ledger,
                clock);
    }

    SilentCameras silent() {
        return new SilentCameras(
                city.cameras(), city.cameraUses(), city.frames(), Executors.newVirtualThreadPerTaskExecutor());
    }

    Result<SearchPlates.FoundRows> handle(Map<String, Object> body) {
        return handle(caller, body);
    }

    Result<SearchPlates.FoundRows> handle(Caller by, Map<String, Object> body) {
        return search().handle(by, new Form(body));
    }

    SearchPlates.FoundRows found(Map<String, Object> body) {
        return Results.value(handle(body));
    }

    static Map<String, Object> purpose() {
        return new HashMap<>(Map.of(
                "offenceCode", "240",
                "caseNumber", "26-004711",
                "narrative", "Car taken from Elm Street last night",
                "legalBasis", "probable-cause",
                "onBehalfOf", "self",
                "outsideAssignment", "none"));
    }

    static Map<String, Object> body(String plate) {
        return new HashMap<>(Map.of(
                "plate", plate,
                "from", NOW.minus(Duration.ofDays(1)).toString(),
                "to", NOW.plus(Duration.ofHours(1)).toString(),
                "purpose", purpose()));
    }

    Read stored(String plate, Instant capturedAt) {
        return stored(ARead.of(ids.next(), plate, capturedAt));
    }

    Read stored(ARead read) {
        city.frames().store(read.frame(List.of()), List.of(read.build()), List.of());
        return read.build();
    }

    String uploadId() {
        return ids.next();
    }
}
