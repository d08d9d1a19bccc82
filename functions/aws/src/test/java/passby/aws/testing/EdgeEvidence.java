package passby.aws.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import passby.aws.evidence.EvidenceHandler;
import passby.aws.evidence.PdfPages;
import passby.aws.http.Authentication;
import passby.core.audit.InMemoryOpenings;
import passby.core.audit.ProveEntry;
import passby.core.evidence.ExportEvidence;
import passby.core.evidence.HeldRead;
import passby.core.evidence.Hold;
import passby.core.evidence.HoldEvent;
import passby.core.evidence.HoldKind;
import passby.core.evidence.HoldRequest;
import passby.core.evidence.InMemoryHolds;
import passby.core.evidence.InMemoryVault;
import passby.core.evidence.ManageHolds;
import passby.core.evidence.NamedByHitOrSearch;
import passby.core.evidence.OpenedSearches;
import passby.core.evidence.ProvedEntries;
import passby.core.id.CaseNumber;
import passby.core.id.Ulids;
import passby.core.note.TestKeys;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.request.Authorizer;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** What {@link EdgeCity} holds: one read whose hold waits for a second role, and one that is copied. */
final class EdgeEvidence {
    private final InMemoryCity stores;
    private final Read read;
    private final EdgeLog log;
    private final MutableClock clock;
    private final EdgeGrants grants;

    EdgeEvidence(InMemoryCity stores, Read read, EdgeLog log, MutableClock clock, EdgeGrants grants) {
        this.stores = stores;
        this.read = read;
        this.log = log;
        this.clock = clock;
        this.grants = grants;
    }

    EvidenceHandler handler(Authorizer authorizer, Authentication<Caller> people, Ulids ids) {
        var holds = new InMemoryHolds(stores.ledger(), stores.rows());
        var vault = new InMemoryVault();
        holds.put(waitingHold());
        holds.put(copiedHold());
        vault.put(
                "e/" + EdgeCity.COPIED_HOLD + "/" + read.readId() + "/read.json",
                "{\"v\":1}".getBytes(StandardCharsets.UTF_8),
                TestData.NOW);
        var named = new NamedByHitOrSearch(stores.hits(), new OpenedSearches(new InMemoryOpenings()));
        var proofs = new ProvedEntries(new ProveEntry(log.sealed(), log.index()), TestKeys.LOG::verifierKey);
        return new EvidenceHandler(
                people,
                new ManageHolds(authorizer, holds, stores.frames(), stores.frames(), named, ids, clock),
                new ExportEvidence(
                        authorizer,
                        holds,
                        vault,
                        new PdfPages(),
                        stores.ledger(),
                        proofs,
                        ExportEvidence.checker(),
                        clock),
                grants.actions(authorizer, proofs, ids),
                stores.counters(),
                clock);
    }

    Hold waitingHold() {
        return hold(EdgeCity.WAITING_HOLD, Hold.State.PRESERVED, false);
    }

    Hold copiedHold() {
        return hold(EdgeCity.COPIED_HOLD, Hold.State.HELD, true);
    }

    private Hold hold(String holdId, Hold.State state, boolean copied) {
        return new Hold(
                holdId,
                HoldKind.CRIMINAL,
                new CaseNumber("26-004711"),
                "Court order 12",
                "prosecution",
                List.of(new HeldRead(ReadRef.of(read), copied)),
                TestData.NOW.plus(Hold.PRESERVATION),
                state,
                new HoldRequest(
                        HoldRequest.Action.PLACE,
                        "records-rosa",
                        Role.RECORDS_OFFICER,
                        TestData.NOW.plus(Duration.ofDays(90))),
                List.of(new HoldEvent(
                        "placed",
                        "records-rosa",
                        TestData.NOW,
                        log.entry().entryId(),
                        log.entry().canonical())),
                1,
                null);
    }
}
