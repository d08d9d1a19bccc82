package passby.core.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Parameter;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;
import passby.core.zone.AZone;
import passby.core.zone.ExcludedZone;
import passby.core.zone.PlaneZoneShapes;
import passby.core.zone.ZoneKind;

final class ManageExcludedZonesTest {
    private static final ExcludedZone SCHOOL = AZone.school("school-12");
    private static final ExcludedZone CLINIC = AZone.of("clinic-3", ZoneKind.CLINIC, AZone.square(1_000));

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Ulids ids = new Ulids(clock, city.entropy());
    private final ManageExcludedZones zones = new ManageExcludedZones(
            TestAuthorizer.open(city, clock),
            city.policyDocuments(),
            city.policyRequests(),
            new PlaneZoneShapes(),
            ids,
            clock);
    private final DecidePolicyRequest decide = new DecidePolicyRequest(
            TestAuthorizer.open(city, clock),
            city.policyDocuments(),
            city.policyRequests(),
            city.people(),
            () -> OptOut.Status.IN_FORCE,
            (clocks, now) -> true,
            clock);
    private final Caller manager = TestData.caller(TestData.person("manager-osei", Role.PROGRAM_MANAGER));
    private final Caller chief = TestData.caller(TestData.person("chief-ito", Role.CHIEF));
    private final Caller records = TestData.caller(TestData.person("records-zhou", Role.RECORDS_OFFICER));

    ManageExcludedZonesTest() {
        city.policyDocuments().put(TestData.policy(1, NonHitRetention.DAYS_7));
        Stream.of(manager, chief, records).map(Caller::person).forEach(city.people()::put);
    }

    private Result<EffectivePolicy> add(ExcludedZone... added) {
        var bodies = Arrays.stream(added).map(AZone::body).toList();
        return zones.add(manager, new Form(Map.of("zones", bodies, "reason", "Council resolution 2036-31")));
    }

    private Result<PolicyRequest> remove(Caller caller, String... zoneIds) {
        return zones.remove(caller, new Form(Map.of("zoneIds", List.of(zoneIds), "reason", "The school has moved")));
    }

    private void approve(Caller caller, Role role) {
        var request = city.policyRequests().newest(1).getFirst();
        Results.value(approval(caller, role, request));
    }

    private Result<DecidePolicyRequest.Decided> approval(Caller caller, Role role, PolicyRequest request) {
        var body = Map.<String, Object>of("decision", "approve", "role", role.code(), "reason", "It has moved");
        return decide.handle(caller, request.requestId(), new Form(body));
    }

    private List<ExcludedZone> excluded() {
        return city.policyDocuments().current().zones().zones();
    }

    @Test
    void aZoneCountsAtOnceAndIsANewVersionOfThePolicyInGeoJson() {
        var before = city.policyDocuments().current().hash();

        var policy = Results.value(add(SCHOOL));

        assertThat(policy).isEqualTo(city.policyDocuments().current());
        assertThat(policy.version()).isEqualTo(2);
        assertThat(policy.hash()).isNotEqualTo(before);
        assertThat(policy.canonical())
                .contains("\"excludedZones\":{\"features\":[{\"geometry\":{\"coordinates\":[[[-121.252,38.498],")
                .contains("\"properties\":{\"kind\":\"school\"}", "\"type\":\"FeatureCollection\"");
        assertThat(city.ledger().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.type()).isEqualTo(EntryType.POLICY_CHANGED));
    }

    @Test
    void aZoneThatIsThereIsNotAddedAgainNorChanged() {
        add(SCHOOL);

        var again = add(AZone.of("school-12", ZoneKind.SCHOOL, AZone.square(1_000)));

        assertThat(Results.refusal(again)).isInstanceOf(Refusal.Conflict.class);
        assertThat(excluded()).containsExactly(SCHOOL);
    }

    @Test
    void aCityHasOnlySoManyZones() {
        for (var batch = 0; batch < 4; batch++) {
            var first = 50 * batch;
            assertThat(add(many(first, 50))).isInstanceOf(Result.Done.class);
        }

        assertThat(Results.refusal(add(many(200, 1)))).isInstanceOf(Refusal.Conflict.class);
        assertThat(excluded()).hasSize(200);
    }

    private static ExcludedZone[] many(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> AZone.school("school-" + i))
                .toArray(ExcludedZone[]::new);
    }

    @Test
    void aZoneGoesWhenTwoPeopleInTwoRolesSaySo() {
        add(SCHOOL, CLINIC);

        var asked = Results.value(remove(manager, "school-12"));
        assertThat(excluded()).hasSize(2);
        assertThat(asked.changes()).extracting(Change::what).containsExactly(Parameter.EXCLUDED_ZONES);
        approve(chief, Role.CHIEF);
        approve(records, Role.RECORDS_OFFICER);

        assertThat(excluded()).containsExactly(CLINIC);
    }

    @Test
    void whoAskedDoesNotApprove() {
        add(SCHOOL);
        var asked = Results.value(remove(manager, "school-12"));

        assertThat(Results.refusal(approval(manager, Role.PROGRAM_MANAGER, asked)))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
    }

    @Test
    void aZoneThatIsAddedWhileAnotherOneWaitsToGoStays() {
        add(SCHOOL);
        remove(manager, "school-12");
        approve(chief, Role.CHIEF);

        add(CLINIC);
        approve(records, Role.RECORDS_OFFICER);

        assertThat(excluded()).containsExactly(CLINIC);
    }

    @Test
    void whatElseWaitsStaysInTheRequestAndZonesAreNamedOnce() {
        add(SCHOOL, CLINIC);
        Results.value(remove(manager, "school-12"));

        var both = Results.value(remove(chief, "clinic-3"));

        assertThat(both.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.from()).contains("school-12", "clinic-3"));
        assertThat(city.policyRequests().newest(20)).hasSize(2);
    }

    @Test
    void aZoneThatIsNotThereIsNotFound() {
        assertThat(Results.refusal(remove(manager, "school-12"))).isEqualTo(new Refusal.NotFound());
    }

    @Test
    void nobodyIsAskedToRemoveNoZone() {
        assertThat(Results.problems(remove(manager)))
                .containsExactly(new Problem("zoneIds", "missing", "at least one"));
        assertThat(city.policyRequests().newest(1)).isEmpty();
    }

    @Test
    void aDeploymentNeitherRemovesZonesNorTakesARequestBack() {
        add(SCHOOL);
        remove(manager, "school-12");
        var apply = new ApplyCityParameters(
                city.policyDocuments(),
                city.policyRequests(),
                () -> OptOut.Status.IN_FORCE,
                new EntryFactory(clock, city.entropy()),
                ids,
                clock);
        var parameters = CityParameters.of(city.policyDocuments().current()).ofStack();

        apply.handle(parameters, "update of the stack");

        assertThat(excluded()).containsExactly(SCHOOL);
        assertThat(city.policyRequests().newest(1).getFirst().state(NOW)).isEqualTo(PolicyRequest.State.PENDING);
    }
}
