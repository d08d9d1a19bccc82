package passby.core.sharing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import passby.core.audit.Openings;
import passby.core.evidence.CoveredPictures;
import passby.core.evidence.ExportEvidence.Exported;
import passby.core.evidence.ExportPackage;
import passby.core.evidence.LogProofs;
import passby.core.evidence.PrintablePage;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.People;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.plate.CityKey;
import passby.core.policy.Action;
import passby.core.read.Read;
import passby.core.read.Reads;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.request.StoredRequests;
import passby.core.retention.RetentionClock;
import passby.core.sharing.Grant.State;

/**
 * Releases a grant: exactly its scope, once, as a package that can be checked without Passby. That it was released and its entry are
 * durable before the first byte leaves, so a package that is lost on its way needs a new request.
 */
public final class ReleaseGrant {
    /** Each has two pictures, and one answer holds them all. */
    static final int MAX_READS = 20;

    static final String RELEASED = "The grant was released. There is one package of a grant, and no second one.";
    static final String NOT_APPROVED = "The grant is not approved, or its approval has run out.";
    static final String TOO_MANY = "More than " + MAX_READS
            + " reads lie in the scope. File a request with a narrower window or fewer cameras.";
    static final String NOT_COVERED = "Plates of other cars cannot be covered at this moment. Try again in a minute.";
    static final String TOO_LARGE =
            "The package is larger than one answer can be. File a request with a narrower window.";

    private final Authorizer authorizer;
    private final StoredRequests<Grant> grants;
    private final AskedGrants asked;
    private final SharingPolicies policies;
    private final People people;
    private final GrantedReads reads;
    private final CoveredPictures pictures;
    private final GrantPackage packages;
    private final Clock clock;

    /** @param checker the source of the program that checks a package */
    public ReleaseGrant(
            Authorizer authorizer,
            StoredRequests<Grant> grants,
            Openings openings,
            SharingPolicies policies,
            People people,
            Reads reads,
            Supplier<CityKey> cityKey,
            CoveredPictures pictures,
            PrintablePage page,
            LogProofs proofs,
            String checker,
            Clock clock) {
        this.authorizer = authorizer;
        this.grants = grants;
        this.asked = new AskedGrants(openings);
        this.policies = policies;
        this.people = people;
        this.reads = new GrantedReads(reads, cityKey);
        this.pictures = pictures;
        this.packages = new GrantPackage(page, proofs, checker);
        this.clock = clock;
    }

    /** @param grantId not validated here: an impossible one is treated, and recorded, as not found */
    public Result<Exported> handle(Caller caller, String grantId) {
        return authorizer.handle(Action.RELEASE_GRANT, EntryType.GRANT_RELEASED, caller, authorized -> {
            var request = authorized.about(Map.of(Field.SUBJECT, grantId, Field.GRANT, grantId));
            return grants.find(grantId).map(grant -> release(request, grant)).orElseGet(request::notFound);
        });
    }

    private Result<Exported> release(AuthorizedRequest request, Grant grant) {
        var state = grant.state(clock.instant());
        if (state == State.RELEASED) {
            return request.refuse(new Refusal.Conflict(RELEASED, state.code()));
        }
        if (state != State.APPROVED || !reviewerStillReviews(grant)) {
            return request.refuse(new Refusal.Conflict(NOT_APPROVED, state.code()));
        }
        var known = asked.find(grant);
        if (known.isEmpty()) {
            return request.refuse(new Refusal.Conflict(ManageGrants.FORGOTTEN, state.code()));
        }
        var verdict = policies.judge(known.get().requester(), request.policy().stateProfile());
        return verdict instanceof SharingPolicies.Verdict.Refused(var rules)
                ? request.refuse(new Refusal.Denied(rules))
                : release(request.about(committed(known.get())), grant, known.get());
    }

    /** An approval counts for as long as its person may approve. */
    private boolean reviewerStillReviews(Grant grant) {
        return people.find(grant.steps().getLast().by())
                .filter(Person::active)
                .filter(reviewer -> reviewer.roles().contains(Role.PROGRAM_MANAGER))
                .isPresent();
    }

    private static Map<Field, String> committed(AskedGrants.Asked asked) {
        var committed = new EnumMap<Field, String>(Field.class);
        for (var field : List.of(
                Field.ON_BEHALF_OF, Field.QUERY, Field.CAMERAS, Field.CASE_NUMBER, Field.OFFENCE, Field.PURPOSE)) {
            Optional.ofNullable(asked.fields().get(field)).ifPresent(value -> committed.put(field, value));
        }
        return committed;
    }

    private Result<Exported> release(AuthorizedRequest request, Grant grant, AskedGrants.Asked known) {
        var found = reads.find(known.scope(), request.policy(), clock.instant(), MAX_READS);
        if (found.size() > MAX_READS) {
            return request.refuse(new Refusal.Conflict(TOO_MANY, State.APPROVED.code()));
        }
        var given = new ArrayList<GrantPackage.Given>();
        for (var read : found) {
            var covered = covered(read, request);
            if (covered.isEmpty()) {
                return request.refuse(new Refusal.Conflict(NOT_COVERED, State.APPROVED.code()));
            }
            given.add(covered.get());
        }
        return pack(request.about(Field.RESULT_COUNT, String.valueOf(given.size())), grant, known, given);
    }

    /** A picture whose own retention is over is not in the package, though its read may be. */
    private Optional<GrantPackage.Given> covered(Read read, AuthorizedRequest request) {
        var shown = RetentionClock.mayAnswer(
                clock.instant(),
                read.picturesExpireAt(),
                read.retentionBase(),
                request.policy().pictureRetention(read.retentionClass()));
        return shown
                ? pictures.find(read).map(found -> new GrantPackage.Given(read, found))
                : Optional.of(new GrantPackage.Given(read, Map.of()));
    }

    private Result<Exported> pack(
            AuthorizedRequest authorized, Grant grant, AskedGrants.Asked known, List<GrantPackage.Given> given) {
        var by = authorized.caller().person().personId();
        var at = clock.instant();
        var files = packages.pack(grant, known, given, authorized.policy(), by, at);
        var request = authorized.about(Field.SUBJECT, files.manifestHash());
        var entry = request.entry(grant.entryIds());
        var zip = files.zip(ExportPackage.vouching(entry));
        if (zip.length > ExportPackage.MAX_BYTES) {
            return request.refuse(new Refusal.Conflict(TOO_LARGE, State.APPROVED.code()));
        }
        var released = grant.released(GrantStep.of("released", by, at, entry));
        var exported = new Exported("passby-grant-" + grant.grantId() + ".zip", zip);
        return request.commit(exported, grants.revise(released, entry), ManageGrants.AT_THE_SAME_MOMENT);
    }
}
