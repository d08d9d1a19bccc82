package passby.aws.wiring;

import passby.aws.api.Setting;
import passby.aws.evidence.PdfPages;
import passby.aws.evidence.S3Vault;
import passby.core.evidence.CopyEvidence;
import passby.core.evidence.CoveredPictures;
import passby.core.evidence.EndHolds;
import passby.core.evidence.ExportEvidence;
import passby.core.evidence.Holds;
import passby.core.evidence.ManageHolds;
import passby.core.evidence.NamedByHitOrSearch;
import passby.core.evidence.OpenedSearches;
import passby.core.evidence.ProvedEntries;
import passby.core.evidence.Vault;
import passby.core.reason.ReasonRules;
import passby.core.search.Purposes;
import passby.core.sharing.AnswerRecordRequest;
import passby.core.sharing.ManageGrants;
import passby.core.sharing.ReleaseGrant;

/** Use cases of holds and of the packages that courts get. */
public final class EvidenceWiring {
    private final Wiring wiring;

    EvidenceWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    public ManageHolds manageHolds() {
        var named = new NamedByHitOrSearch(
                wiring.stores().hits(), new OpenedSearches(wiring.stores().openings()));
        return new ManageHolds(
                wiring.authorizer(),
                wiring.stores().holds(),
                wiring.stores().frames(),
                wiring.stores().seenReads(),
                named,
                wiring.ids(),
                wiring.clock());
    }

    public Holds holds() {
        return wiring.stores().holds();
    }

    private ProvedEntries proofs() {
        return new ProvedEntries(
                wiring.ledger().proveEntry(), () -> wiring.logSigner().verifierKey());
    }

    public ManageGrants manageGrants() {
        return new ManageGrants(
                wiring.authorizer(),
                wiring.stores().grants(),
                wiring.stores().openings(),
                wiring.sharingPolicies(),
                wiring.stores().cameras(),
                wiring.stores().people(),
                new Purposes(ReasonRules.load(), wiring.counters(), wiring.clock()),
                wiring.ids(),
                wiring.clock());
    }

    public ReleaseGrant releaseGrant() {
        return new ReleaseGrant(
                wiring.authorizer(),
                wiring.stores().grants(),
                wiring.stores().openings(),
                wiring.sharingPolicies(),
                wiring.stores().people(),
                wiring.stores().seenReads(),
                wiring.services().cityKey(),
                coveredPictures(),
                new PdfPages(),
                proofs(),
                ExportEvidence.checker(),
                wiring.clock());
    }

    public AnswerRecordRequest answerRecordRequest() {
        return new AnswerRecordRequest(
                wiring.authorizer(),
                wiring.stores().seenReads(),
                wiring.stores().acts(),
                wiring.stores().suppressions(),
                wiring.stores().limits(),
                wiring.services().cityKey(),
                wiring.clock());
    }

    public ExportEvidence exportEvidence() {
        return new ExportEvidence(
                wiring.authorizer(),
                wiring.stores().holds(),
                vault(),
                new PdfPages(),
                wiring.stores().ledger(),
                proofs(),
                ExportEvidence.checker(),
                wiring.clock());
    }

    public CopyEvidence copyEvidence() {
        return new CopyEvidence(
                wiring.policy(),
                wiring.stores().holds(),
                wiring.stores().heldRows(),
                wiring.stores().reads(),
                coveredPictures(),
                vault(),
                wiring.entries(),
                wiring.clock());
    }

    public EndHolds endHolds() {
        var holds = wiring.stores().holds();
        return new EndHolds(
                wiring.policy(), holds, holds, wiring.stores().heldRows(), vault(), wiring.entries(), wiring.clock());
    }

    private CoveredPictures coveredPictures() {
        return new CoveredPictures(wiring.pictures(), wiring.services().plateMask());
    }

    private Vault vault() {
        var locks = Boolean.parseBoolean(wiring.settings().string(Setting.EVIDENCE_LOCKS));
        return new S3Vault(wiring.services().s3(), wiring.settings().string(Setting.EVIDENCE), locks);
    }
}
