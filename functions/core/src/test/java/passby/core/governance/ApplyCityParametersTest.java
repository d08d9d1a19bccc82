package passby.core.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.governance.ApplyCityParameters.Answer.Governed;
import passby.core.governance.PolicyRequest.State;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.policy.Bounds;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.InMemoryPolicyDocuments;
import passby.core.policy.PolicyDocuments;
import passby.core.policy.RecognizerOrder;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class ApplyCityParametersTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private OptOut.Status optOut = OptOut.Status.IN_FORCE;

    private ApplyCityParameters govern() {
        return govern(city.policyDocuments());
    }

    private ApplyCityParameters govern(PolicyDocuments documents) {
        return new ApplyCityParameters(
                documents,
                city.policyRequests(),
                () -> optOut,
                new EntryFactory(clock, city.entropy()),
                new Ulids(clock, city.entropy()),
                clock);
    }

    private Governed governed(String origin, Map<String, String> parameters) {
        clock.advance(Duration.ofSeconds(1));
        return switch (govern().handle(parameters, origin)) {
            case Governed governed -> governed;
            case ApplyCityParameters.Answer.Refused refused -> throw new AssertionError(refused);
        };
    }

    private EffectivePolicy inForce() {
        return city.policyDocuments().current();
    }

    private List<EntryType> entered() {
        return city.ledger().entries().stream().map(Entry::type).toList();
    }

    private PolicyRequest newest() {
        return city.policyRequests().newest(1).getFirst();
    }

    private static String value(Entry entry, Field field) {
        return Objects.requireNonNull(entry.openings().get(field)).value();
    }

    @Test
    void theFirstVersionIsExactlyTheParameters() {
        var parameters = Parameters.with("NonHitRetention", "21d");

        var governed = governed("create", parameters);

        assertThat(inForce()).isEqualTo(Parameters.valid(parameters).policy(1, Bounds.DEFAULT));
        assertThat(governed).isEqualTo(new Governed(inForce(), List.of(), null, List.of()));
        assertThat(entered()).containsExactly(EntryType.POLICY_CHANGED);
        var entry = city.ledger().entries().getFirst();
        assertThat(value(entry, Field.BEFORE)).isEqualTo("none");
        assertThat(value(entry, Field.AFTER)).isEqualTo(inForce().canonical());
        assertThat(value(entry, Field.ACTOR)).isEqualTo("create");
    }

    @Test
    void aTighteningCountsAtOnceAndIsEnteredWithOldAndNew() {
        governed("create", Parameters.required());
        var before = inForce();

        var governed = governed("update", Parameters.with("NonHitRetention", "3d"));

        assertThat(inForce().version()).isEqualTo(2);
        assertThat(inForce().nonHitRetention()).isEqualTo(NonHitRetention.DAYS_3);
        assertThat(governed.changed()).extracting(Change::to).containsExactly("3d");
        assertThat(governed.pending()).isNull();
        var entry = city.ledger().entries().getLast();
        assertThat(entered()).containsExactly(EntryType.POLICY_CHANGED, EntryType.POLICY_CHANGED);
        assertThat(value(entry, Field.BEFORE)).isEqualTo(before.canonical());
        assertThat(value(entry, Field.AFTER)).isEqualTo(inForce().canonical());
        assertThat(entry.policyHash()).isEqualTo(inForce().hash());
    }

    /** threats.md: a city or vendor loosens a setting quietly. */
    @Test
    void nobodyLoosensASettingQuietly() {
        governed("create", Parameters.required());
        var before = inForce();

        var governed = governed("update", Parameters.with("NonHitRetention", "270d"));

        assertThat(inForce()).isEqualTo(before);
        assertThat(governed.pending()).isEqualTo(newest());
        assertThat(newest().state(clock.instant())).isEqualTo(State.PENDING);
        assertThat(newest().changes()).hasSize(1);
        assertThat(governed.notes()).singleElement().asString().contains("two people in two roles");
        var entry = city.ledger().entries().getLast();
        assertThat(entry.type()).isEqualTo(EntryType.POLICY_REQUESTED);
        assertThat(entry.policyHash()).isEqualTo(before.hash());
        assertThat(value(entry, Field.ACTION)).isEqualTo("NonHitRetention: 7d to 270d");
        assertThat(value(entry, Field.SUBJECT)).isEqualTo(newest().requestId());
        assertThat(newest().entryId()).isEqualTo(entry.entryId());
    }

    @Test
    void whatTightensCountsThoughWhatLoosensWaits() {
        governed("create", Parameters.required());
        var mixed = Parameters.with("NonHitRetention", "30d");
        mixed.put("CameraUploadRate", "60");

        governed("update", mixed);

        assertThat(inForce().cameraUploadRate()).isEqualTo(60);
        assertThat(inForce().nonHitRetention()).isEqualTo(NonHitRetention.DAYS_7);
        assertThat(newest().changes()).extracting(Change::to).containsExactly("30d");
        assertThat(entered())
                .containsExactly(EntryType.POLICY_CHANGED, EntryType.POLICY_CHANGED, EntryType.POLICY_REQUESTED);
    }

    @Test
    void aShorterSearchRecordWaitsForTwoPeopleBecauseItDestroysTheRecordOfWhoLooked() {
        governed("create", Parameters.with("SearchRecordRetention", "1827d"));

        var governed = governed("update", Parameters.required());

        assertThat(inForce().records().searchRecordDays()).isEqualTo(1827);
        assertThat(Objects.requireNonNull(governed.pending()).changes())
                .extracting(Change::to)
                .containsExactly("732d");
    }

    @Test
    void aLongerLedgerCountsAtOnceAndAShorterOneIsRefused() {
        governed("create", Parameters.required());
        governed("longer", Parameters.with("LedgerRetention", "3653d"));

        var shorter = govern().handle(Parameters.required(), "shorter");

        assertThat(inForce().records().ledgerDays()).isEqualTo(3653);
        assertThat(shorter).isInstanceOf(ApplyCityParameters.Answer.Refused.class);
    }

    @Test
    void theSameParametersASecondTimeChangeNothing() {
        governed("create", Parameters.required());
        governed("create", Parameters.required());
        var mixed = Parameters.with("NonHitRetention", "30d");
        mixed.put("CameraUploadRate", "60");
        governed("update", mixed);
        var entries = city.ledger().entries();
        var before = inForce();

        var sameUpdate = governed("update", mixed);
        var nextUpdate = governed("another update", mixed);

        assertThat(sameUpdate.pending()).isEqualTo(newest());
        assertThat(nextUpdate.pending()).isEqualTo(newest());
        assertThat(city.ledger().entries()).isEqualTo(entries);
        assertThat(inForce()).isEqualTo(before);
        assertThat(city.policyRequests().newest(20)).hasSize(1);
    }

    @Test
    void anUpdateThatIsRepeatedAfterItsRequestWasRejectedAsksForNothing() {
        governed("create", Parameters.required());
        governed("update", Parameters.with("NonHitRetention", "30d"));
        city.policyRequests().put(closed(newest(), State.REJECTED));
        var entries = city.ledger().entries();

        var again = governed("update", Parameters.with("NonHitRetention", "30d"));

        assertThat(again.pending()).isNull();
        assertThat(city.ledger().entries()).isEqualTo(entries);
        assertThat(governed("a later update", Parameters.with("NonHitRetention", "30d"))
                        .pending())
                .isNotNull();
    }

    @Test
    void aNewerRequestSupersedesAnOlderOne() {
        governed("create", Parameters.required());
        governed("update", Parameters.with("NonHitRetention", "30d"));
        var older = newest();

        governed("second update", Parameters.with("NonHitRetention", "60d"));

        assertThat(newest().changes()).extracting(Change::to).containsExactly("60d");
        assertThat(city.policyRequests().find(older.requestId()).orElseThrow().stored())
                .isEqualTo(State.SUPERSEDED);
    }

    @Test
    void whatTheCityDoesNotAskForAnyMoreNobodyCanApprove() {
        governed("create", Parameters.required());
        governed("update", Parameters.with("NonHitRetention", "30d"));

        governed("back again", Parameters.required());

        assertThat(newest().stored()).isEqualTo(State.SUPERSEDED);
        assertThat(entered())
                .containsExactly(EntryType.POLICY_CHANGED, EntryType.POLICY_REQUESTED, EntryType.POLICY_REQUESTED);
        assertThat(inForce().version()).isEqualTo(1);
    }

    /** A rollback sends the old parameters: what was tightened meanwhile stays until two people say otherwise. */
    @Test
    void aRollbackNeverLoosens() {
        governed("create", Parameters.required());
        governed("update", Parameters.with("NonHitRetention", "1d"));

        var back = governed("rollback", Parameters.required());

        assertThat(inForce().nonHitRetention()).isEqualTo(NonHitRetention.DAYS_1);
        assertThat(back.pending()).isEqualTo(newest());
    }

    @Test
    void anExpiredRequestMakesRoomForANewOne() {
        governed("create", Parameters.required());
        governed("update", Parameters.with("NonHitRetention", "30d"));
        clock.advance(Duration.ofHours(24));

        var again = governed("later", Parameters.with("NonHitRetention", "30d"));

        assertThat(again.pending()).isNotNull();
        assertThat(city.policyRequests().newest(20)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_IN_FORCE", "UNKNOWN"})
    void withoutACertainOptOutNoPictureGoesToRekognition(OptOut.Status status) {
        optOut = status;

        var governed = governed("create", Parameters.required());

        assertThat(inForce().order()).isEqualTo(RecognizerOrder.CONTAINER_ONLY);
        assertThat(governed.notes()).containsExactly(ApplyCityParameters.NOT_CERTAIN);
    }

    @Test
    void goingBackToRekognitionIsALoosening() {
        optOut = OptOut.Status.NOT_IN_FORCE;
        governed("create", Parameters.required());
        optOut = OptOut.Status.IN_FORCE;

        var governed = governed("update", Parameters.required());

        assertThat(inForce().order()).isEqualTo(RecognizerOrder.CONTAINER_ONLY);
        assertThat(Objects.requireNonNull(governed.pending()).changes())
                .extracting(Change::to)
                .containsExactly("rekognition-first");
    }

    @Test
    void anUpdateThatFindsTheOptOutGoneTightensTheOrderToo() {
        governed("create", Parameters.required());
        optOut = OptOut.Status.UNKNOWN;

        var governed = governed("update", Parameters.required());

        assertThat(inForce().order()).isEqualTo(RecognizerOrder.CONTAINER_ONLY);
        assertThat(governed.pending()).isNull();
        assertThat(governed.notes()).containsExactly(ApplyCityParameters.NOT_CERTAIN);
    }

    @Test
    void whatIsWrongIsRefusedAndLeavesNothing() {
        governed("create", Parameters.required());
        var entries = city.ledger().entries();
        var parameters = Parameters.with("StateProfile", "VA");
        parameters.put("NonHitRetention", "270d");
        parameters.put("HitRetention", "21d");

        var answer = govern().handle(parameters, "update");

        assertThat(answer)
                .isInstanceOfSatisfying(
                        ApplyCityParameters.Answer.Refused.class,
                        refused -> assertThat(refused.problems()).hasSize(1));
        assertThat(city.ledger().entries()).isEqualTo(entries);
        assertThat(inForce().version()).isEqualTo(1);
    }

    @Test
    void anotherCityIsRefused() {
        governed("create", Parameters.required());

        assertThat(govern().handle(Parameters.with("City", "shelbyville"), "update"))
                .isInstanceOf(ApplyCityParameters.Answer.Refused.class);
    }

    @Test
    void newHampshireIsWarnedOfFixedCamerasAndOfTheEndOfItsLaw() {
        var parameters = Parameters.with("StateProfile", "NH");
        parameters.put("NonHitRetention", "flush");

        assertThat(governed("create", parameters).notes())
                .satisfiesExactly(
                        fixed -> assertThat(fixed).contains("RSA 259:68-a"),
                        ended -> assertThat(ended).contains("RSA 261:75-b", "2027-01-01"));
    }

    @Test
    void aPolicyOfTheOldFormatGetsTheNewOneWithItsNextVersion() {
        city.policyDocuments().put(TestData.policyOfFormat1(4, NonHitRetention.DAYS_7));
        var parameters = Parameters.of(inForce());
        parameters.put("NonHitRetention", "1d");
        parameters.put("HitRetention", "30d");

        governed("update", parameters);

        assertThat(inForce().format()).isEqualTo(2);
        assertThat(inForce().version()).isEqualTo(5);
        assertThat(inForce().cameraUploadRate()).isEqualTo(EffectivePolicy.FORMAT_1_CAMERA_UPLOAD_RATE);
    }

    @Test
    void whoIsSlowerThanAnotherChangeLooksAgain() {
        governed("create", Parameters.required());
        var documents = new Overtaken(city.policyDocuments(), TestData.policy(2, NonHitRetention.DAYS_7), 1);

        var answer = govern(documents).handle(Parameters.with("NonHitRetention", "3d"), "update");

        assertThat(answer).isInstanceOf(Governed.class);
        assertThat(inForce().version()).isEqualTo(3);
        assertThat(inForce().nonHitRetention()).isEqualTo(NonHitRetention.DAYS_3);
    }

    @Test
    void whoIsAlwaysSlowerGivesUp() {
        governed("create", Parameters.required());
        var documents = new Overtaken(city.policyDocuments(), null, Integer.MAX_VALUE);

        assertThatThrownBy(() -> govern(documents).handle(Parameters.with("NonHitRetention", "3d"), "update"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static PolicyRequest closed(PolicyRequest request, State state) {
        return new PolicyRequest(
                request.requestId(),
                request.origin(),
                request.requestedAt(),
                request.changes(),
                state,
                request.decisions(),
                request.entryId(),
                request.revision() + 1);
    }

    /** Documents in which somebody else is faster, that many times. */
    private static final class Overtaken implements PolicyDocuments {
        private final InMemoryPolicyDocuments documents;
        private final @Nullable EffectivePolicy faster;
        private int times;

        Overtaken(InMemoryPolicyDocuments documents, @Nullable EffectivePolicy faster, int times) {
            this.documents = documents;
            this.faster = faster;
            this.times = times;
        }

        @Override
        public Optional<EffectivePolicy> find() {
            return documents.find();
        }

        @Override
        public Optional<EffectivePolicy> find(int version) {
            return documents.find(version);
        }

        @Override
        public Commit put(EffectivePolicy policy, Entry entry) {
            if (times > 0) {
                times--;
                if (faster != null) {
                    documents.put(faster);
                }
                return new Commit.Conflict();
            }
            return documents.put(policy, entry);
        }
    }
}
