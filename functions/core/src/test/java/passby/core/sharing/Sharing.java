package passby.core.sharing;

import static passby.core.testing.TestData.NOW;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import passby.core.audit.Openings;
import passby.core.evidence.CoveredPictures;
import passby.core.evidence.ExportEvidence;
import passby.core.evidence.LogProofs;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.picture.PlateMask;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Read;
import passby.core.reason.ReasonRules;
import passby.core.request.InMemoryRequests;
import passby.core.search.Purposes;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A city that is asked for reads by another agency, and a request that is right in everything. */
public final class Sharing {
    public static final Map<String, Object> PURPOSE = Map.of(
            "offenceCode", "240",
            "caseNumber", "26-004711",
            "narrative", "Car taken from the owner's drive last night.",
            "legalBasis", "reasonable-suspicion",
            "onBehalfOf", "self",
            "outsideAssignment", "none");

    private static final LogProofs NOT_SEALED_YET = new LogProofs() {
        @Override
        public Optional<String> find(String entryId) {
            return Optional.empty();
        }

        @Override
        public String verifierKey() {
            return "a key";
        }
    };

    final MutableClock clock = new MutableClock(NOW);
    public final InMemoryCity city = new InMemoryCity();
    final InMemoryRequests<Grant> grants = new InMemoryRequests<>(city.ledger());
    public final Caller records = hired("records-zhou", Role.RECORDS_OFFICER);
    public final Caller manager = hired("manager-osei", Role.PROGRAM_MANAGER);
    final AtomicInteger covered = new AtomicInteger();
    PlateMask mask = (picture, parts) -> {
        covered.addAndGet(parts.size());
        return new PlateMask.Masked.Done(TestData.jpeg("masked"));
    };

    private final Ulids ids = new Ulids(clock, city.entropy());
    private final SharingPolicies policies;

    public Sharing(EffectivePolicy policy, SharingPolicies policies) {
        this.policies = policies;
        city.policyDocuments().put(policy);
    }

    private Caller hired(String personId, Role role) {
        var person = TestData.person(personId, role);
        city.people().put(person);
        return TestData.caller(person);
    }

    private Openings openings() {
        return ids -> ids.stream()
                .filter(id -> !city.ledger().openings(id).isEmpty())
                .collect(Collectors.toMap(id -> id, city.ledger()::openings));
    }

    public ManageGrants manage() {
        return manage(openings());
    }

    ManageGrants manage(Openings openings) {
        return new ManageGrants(
                TestAuthorizer.open(city, clock),
                grants,
                openings,
                policies,
                city.cameras(),
                city.people(),
                new Purposes(ReasonRules.load(), city.counters(), clock),
                ids,
                clock);
    }

    public ReleaseGrant release() {
        return release(openings());
    }

    ReleaseGrant release(Openings openings) {
        return new ReleaseGrant(
                TestAuthorizer.open(city, clock),
                grants,
                openings,
                policies,
                city.people(),
                city.frames(),
                () -> TestData.CITY_KEY,
                new CoveredPictures(city.pictures(), (picture, parts) -> mask.mask(picture, parts)),
                (title, lines, pictures) -> (title + "\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8),
                NOT_SEALED_YET,
                ExportEvidence.checker(),
                clock);
    }

    /** A read of an hour ago. */
    ARead read(String plate) {
        return ARead.of(ids.next(), plate, NOW.minus(Duration.ofHours(1)));
    }

    Read store(ARead one) {
        var stored = one.build();
        city.frames().store(one.frame(List.of()), List.of(stored), List.of());
        var crops = Objects.requireNonNull(stored.pictures());
        for (var crop : List.of(crops.plate(), crops.vehicle())) {
            city.pictures()
                    .put(
                            crop.key(),
                            TestData.jpeg(stored.readId() + (crop.key().contains("plate") ? "plate" : "vehicle")));
        }
        return stored;
    }

    public static Map<String, Object> requester(String requesterClass, String state) {
        return new HashMap<>(Map.of(
                "agency",
                "Shelbyville Police Department",
                "ori",
                state + "0000001",
                "person",
                "Detective Alma Reyes",
                "class",
                requesterClass,
                "state",
                state));
    }

    static Map<String, Object> scope(String... plates) {
        return new HashMap<>(Map.of(
                "plates",
                Arrays.stream(plates)
                        .map(plate -> Map.of("plate", plate, "state", "CA"))
                        .toList(),
                "cameraIds",
                List.of(),
                "from",
                NOW.minus(Duration.ofDays(2)).toString(),
                "to",
                NOW.toString()));
    }

    public static Map<String, Object> body(Map<String, Object> requester) {
        return new HashMap<>(Map.of("requester", requester, "scope", scope("7TST123"), "purpose", PURPOSE));
    }

    static Map<String, Object> body() {
        return body(requester("in-state-law-enforcement", "XX"));
    }

    Grant filed(Map<String, Object> body) {
        return Results.value(manage().file(records, new Form(body)));
    }

    public static Form review(boolean approve) {
        return new Form(Map.of("approve", approve, "reason", "Fits the report"));
    }

    Grant approved(Map<String, Object> body) {
        return Results.value(manage().decide(manager, filed(body).grantId(), review(true)));
    }

    Grant approved() {
        return approved(body());
    }
}
