package passby.core.evidence;

import static passby.core.testing.TestData.NOW;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import passby.core.audit.ProveEntry;
import passby.core.audit.SealedLog;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.note.TestKeys;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.picture.Jpeg;
import passby.core.picture.PlateMask;
import passby.core.policy.CachedPolicy;
import passby.core.read.Read;
import passby.core.retention.NonHitRetention;
import passby.core.sealing.TestLog;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A city with one read that an operator's search has named, and everything that keeps evidence. */
final class Evidence {
    static final String SEARCH = "entry-of-a-search";

    final MutableClock clock = new MutableClock(NOW);
    final InMemoryCity city = new InMemoryCity();
    final InMemoryHolds holds = new InMemoryHolds(city.ledger(), city.rows());
    final InMemoryVault vault = new InMemoryVault();
    final Read read = store(ARead.of(new Ulids(clock, city.entropy()).next(), "7TST123", NOW.minus(Duration.ofHours(1)))
            .withExpiresAt(NOW.plus(Duration.ofDays(6))));
    final Caller records = caller("rosa", Role.RECORDS_OFFICER);
    final Caller manager = caller("miller", Role.PROGRAM_MANAGER);
    final ManageHolds keep = new ManageHolds(
            TestAuthorizer.open(city, clock),
            holds,
            city.frames(),
            city.frames(),
            (one, reference) -> reference.equals(SEARCH),
            new Ulids(clock, city.entropy()),
            clock);
    final AtomicReference<IntFunction<PlateMask.Masked>> masked =
            new AtomicReference<>(parts -> new PlateMask.Masked.Done(TestData.jpeg("masked " + parts)));
    final TestLog log = new TestLog();
    final CopyEvidence copy = new CopyEvidence(
            fresh(), holds, holds, city.frames(), covered(), vault, new EntryFactory(clock, city.entropy()), clock);
    final EndHolds end =
            new EndHolds(fresh(), holds, holds, holds, vault, new EntryFactory(clock, city.entropy()), clock);

    Evidence() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private CoveredPictures covered() {
        return new CoveredPictures(
                city.pictures(), (picture, parts) -> masked.get().apply(parts.size()));
    }

    private CachedPolicy fresh() {
        return new CachedPolicy(city.policyDocuments(), clock);
    }

    Read store(ARead one) {
        var stored = one.build();
        city.frames().store(one.frame(List.of()), List.of(stored), List.of());
        for (var key : stored.pictureKeys()) {
            city.pictures().put(key, pictureOf(stored, key));
        }
        return stored;
    }

    private static Jpeg pictureOf(Read read, String key) {
        return TestData.jpeg(read.readId() + (key.contains("plate") ? "plate" : "vehicle"));
    }

    private Caller caller(String personId, Role role) {
        return TestData.caller(TestData.person(personId, role));
    }

    Form form(String kind, Instant reviewAt) {
        return form(kind, reviewAt, read);
    }

    private static Form form(String kind, Instant reviewAt, Read held) {
        return new Form(Map.of(
                "kind", kind,
                "caseNumber", "26-004711",
                "authority", "Court order 12 of the county court",
                "party", "prosecution",
                "role", "records-officer",
                "reviewAt", reviewAt.toString(),
                "reads", List.of(Map.of("readId", held.readId(), "namedBy", SEARCH))));
    }

    Form preservation() {
        return new Form(Map.of(
                "kind", "preservation",
                "caseNumber", "26-004711",
                "authority", "Letter of the public defender",
                "party", "defence",
                "role", "records-officer",
                "reads", List.of(Map.of("readId", read.readId(), "namedBy", SEARCH))));
    }

    Hold placed() {
        return Results.value(keep.place(records, form("criminal", NOW.plus(Duration.ofDays(90)))));
    }

    Hold approved(Read held) {
        var placed = Results.value(keep.place(records, form("criminal", NOW.plus(Duration.ofDays(90)), held)));
        return Results.value(keep.decide(manager, placed.holdId(), decision("approve", "program-manager")));
    }

    Hold approved() {
        return Results.value(keep.decide(manager, placed().holdId(), decision("approve", "program-manager")));
    }

    static Form decision(String decision, String role) {
        return new Form(Map.of("decision", decision, "role", role));
    }

    ExportEvidence export() {
        return new ExportEvidence(
                TestAuthorizer.open(city, clock),
                holds,
                vault,
                (title, lines, pictures) -> (title + "\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8),
                city.ledger(),
                proofs(),
                ExportEvidence.checker(),
                clock);
    }

    /** Copies what there is to copy. */
    int copied() {
        return copy.handle(Instant.MAX).copied();
    }

    private LogProofs proofs() {
        city.ledger().entries().forEach(log::accept);
        log.sealer().handle();
        return new ProvedEntries(
                new ProveEntry(new SealedLog(log.store, TestKeys.LOG::verifierKey), log.index),
                TestKeys.LOG::verifierKey);
    }
}
